package dev.landwaiter.inventory.lang.executable;

/// A named piece of an executable file.
///
/// @param address in memory when loaded, or 0
/// @param offset in the file
/// @param size in the file
public record Section(String name, long address, long offset, long size) {}
