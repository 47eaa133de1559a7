package dev.landwaiter.rego.conformance;

/// A way of running a case.
///
/// @param fast with index and early exit
record Way(Engine engine, boolean fast) {
  @Override
  public String toString() {
    return engine + (fast ? "" : " without index");
  }
}
