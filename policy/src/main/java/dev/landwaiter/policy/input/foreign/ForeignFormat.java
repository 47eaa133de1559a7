package dev.landwaiter.policy.input.foreign;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.InputFormat;
import java.util.Optional;

/// A format whose files are programs: its name is known, and reading one fails with what to do
/// instead.
///
/// @param name of the format
/// @param instead what to do, with `FILE` for the file
public record ForeignFormat(String name, String instead) implements InputFormat {
  @Override
  public Value read(String where, byte[] text) throws FormatException {
    throw new FormatException(
        new Problem(
            where,
            Optional.empty(),
            "files of the language " + name + " are programs, which are not run here",
            instead.replace("FILE", where) + "; --ignore leaves such files of a folder out"));
  }
}
