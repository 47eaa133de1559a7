package dev.landwaiter.policy.conftest;

/// What a policy says of one of its rules in a metadata block.
///
/// @param title one line, or empty
/// @param description or empty
/// @param help the first address among the related resources, or empty
public record RuleAbout(String title, String description, String help) {}
