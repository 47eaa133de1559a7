package dev.landwaiter.base.finding;

/// Lines of a file, from 1, both ends included.
public record LineRange(int start, int end) {}
