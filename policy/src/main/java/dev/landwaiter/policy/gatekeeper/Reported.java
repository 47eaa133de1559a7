package dev.landwaiter.policy.gatekeeper;

/// A result and the object it is about.
public record Reported(Result result, Resource object) {}
