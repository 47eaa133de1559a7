package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;

/// A format of configuration files, read into the shape that Conftest's parser of the same name
/// gives to policies.
public interface InputFormat {
  /// What `--parser` calls it.
  String name();

  /// Reads one file; several documents are an array of them.
  ///
  /// @param where the name of the file, for the problem
  /// @throws FormatException when the text does not follow the format, or passes a limit
  Value read(String where, byte[] text) throws FormatException;

  /// Finds nodes of the value that [#read] gives for the same text.
  ///
  /// @param where the name of the file
  default Locator locator(String where, byte[] text) {
    return Locator.START;
  }
}
