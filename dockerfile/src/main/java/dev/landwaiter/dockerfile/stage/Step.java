package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;

/// An instruction as the builder carries it out in a stage.
///
/// @param instruction that is carried out
/// @param at where it counts: the instruction itself, or FROM of the stage that runs a trigger of
///   the stage it is built from
/// @param words after variables were replaced, up to the first that could not be: names of ENV and
///   ARG, sources of COPY and ADD, the words of EXPOSE, the path of WORKDIR
/// @param undefined variables without a value
/// @param shell whether SHELL was set before, in the stages of this file or the base image
/// @param workdir whether the stage, or one it is built from, had a WORKDIR before
/// @param whole whether all its words could be expanded and are valid
/// @param windows whether the stage is built for Windows
public record Step(
    Instruction instruction,
    Instruction at,
    List<Word> words,
    List<Undefined> undefined,
    boolean shell,
    boolean workdir,
    boolean whole,
    boolean windows) {
  public Step {
    words = List.copyOf(words);
    undefined = List.copyOf(undefined);
  }

  /// Whether no variable in it may come from an image that is not known.
  public boolean known() {
    for (Undefined each : undefined) {
      if (!each.certain()) {
        return false;
      }
    }
    return true;
  }
}
