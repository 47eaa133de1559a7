package dev.landwaiter.inventory;

/// The package repository that a system is set up to use: family and release.
public record Repository(String family, String release) {}
