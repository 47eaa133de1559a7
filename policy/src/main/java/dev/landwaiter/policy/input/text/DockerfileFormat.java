package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Trouble;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Dockerfiles as the builder reads them: one document, the array of all instructions, each with
/// the comments before it.
public final class DockerfileFormat implements InputFormat {
  private static final Parser PARSER = new Parser().inAnyOrder();

  @Override
  public String name() {
    return "dockerfile";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    Dockerfile file = PARSER.parse(text);
    if (!file.troubles().isEmpty()) {
      Trouble first = file.troubles().getFirst();
      throw new FormatException(
          new Problem(where, Optional.of(first.span().start()), first.message(), first.hint()));
    }
    List<Value> commands = new ArrayList<>();
    int stages = 0;
    for (Instruction instruction : file.instructions()) {
      stages += instruction instanceof Instruction.From ? 1 : 0;
      int stage = Math.max(0, stages - 1);
      for (Comment comment : instruction.statement().above()) {
        commands.add(DockerCommand.comment(comment.kept(), stage));
      }
      commands.add(DockerCommand.of(instruction, stage));
    }
    return new ArrayValue(List.of(new ArrayValue(commands)));
  }

  @Override
  public Locator locator(String where, byte[] text) {
    List<Positions> commands = new ArrayList<>();
    Position end = Position.START;
    for (Instruction instruction : PARSER.parse(text).instructions()) {
      for (Comment comment : instruction.statement().above()) {
        commands.add(DockerCommand.leaf(comment.span()));
      }
      commands.add(DockerCommand.positions(instruction));
      end = instruction.statement().span().end();
    }
    Span whole = new Span(Position.START, end);
    var document = new Positions(whole, Map.of(), commands);
    return Locator.of(new Positions(whole, Map.of(), List.of(document)));
  }
}
