package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.util.List;

/// The flags of every command as those about policies take them.
final class OwnFlags {
  /// `-d` stands for data here, as whoever comes from Conftest expects.
  static final FlagGroup GLOBAL =
      new FlagGroup(
          GlobalFlags.GROUP.title(),
          GlobalFlags.GROUP.flags().stream().map(OwnFlags::withoutLetter).toList());

  private OwnFlags() {}

  private static Flag withoutLetter(Flag flag) {
    return List.of("d").contains(flag.shorthand()) ? flag.shorthand("") : flag;
  }
}
