package dev.landwaiter.inventory.lang.executable;

/// A piece of an executable file that is loaded to an address.
///
/// @param data whether it holds the writable, initialised data of the program
public record Segment(String name, long address, long offset, long size, boolean data) {
  boolean holds(long start, long length) {
    return start >= address && start - address <= size && length <= size - (start - address);
  }
}
