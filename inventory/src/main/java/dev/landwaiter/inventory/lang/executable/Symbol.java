package dev.landwaiter.inventory.lang.executable;

/// An entry of the symbol table: what lies at an address.
public record Symbol(String name, long address, long size) {}
