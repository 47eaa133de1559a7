package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.policy.Document;

/// An object of Kubernetes together with the document it was read from.
public record Manifest(Document document, Resource resource) {}
