package dev.landwaiter.dockerfile.shell;

import java.util.List;

/// `name=value` before or instead of a command, and behind `export` and its like.
///
/// @param append whether it is `+=`
/// @param index words and expansions in the brackets of `name[index]=`
/// @param value none for `name=`; the elements of an array
public record Assignment(
    int start,
    int end,
    String name,
    boolean append,
    boolean array,
    List<Part> index,
    List<ShellWord> value) {
  public Assignment {
    index = List.copyOf(index);
    value = List.copyOf(value);
  }
}
