package dev.landwaiter.rego.test;

import dev.landwaiter.rego.syntax.Module;
import java.util.List;

/// The tests of some modules.
///
/// @param modules the modules as they are to be compiled: tests of one name renamed apart, table
///   tests marked
/// @param tests in the order of the modules' names and of the source
public record FoundTests(List<Module> modules, List<TestCase> tests) {
  public FoundTests {
    modules = List.copyOf(modules);
    tests = List.copyOf(tests);
  }
}
