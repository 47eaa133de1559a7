package dev.landwaiter.cli.flag;

import java.util.List;

/// Flags that stand together in help texts.
public record FlagGroup(String title, List<Flag> flags) {
  public FlagGroup(String title, Flag... flags) {
    this(title, List.of(flags));
  }
}
