package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Instruction.Argument;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One instruction of a Dockerfile as policies see it.
final class DockerCommand {

  /// Arguments, and whether they are written as an array of JSON.
  private record Arguments(List<Word> words, boolean json) {}

  private static final Span NOWHERE = new Span(Position.START, Position.START);

  private DockerCommand() {}

  static Value comment(String text, int stage) {
    var arguments = new Arguments(List.of(new Word(text, NOWHERE)), false);
    return object("comment", "", arguments, NullValue.NULL, stage);
  }

  /// Where an instruction and its parts stand.
  static Positions positions(Instruction instruction) {
    Statement statement = instruction.statement();
    Instruction told =
        instruction instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : instruction;
    List<Positions> words = new ArrayList<>();
    arguments(told).words.forEach(word -> words.add(leaf(word.span())));
    List<Positions> flags = new ArrayList<>();
    statement.flags().forEach(flag -> flags.add(leaf(flag.span())));
    Span keyword = statement.keyword().span();
    Span behind = statement.arguments().isEmpty() ? keyword : statement.arguments().span();
    Map<String, Positions> members =
        Map.of(
            "Cmd",
            leaf(keyword),
            "SubCmd",
            leaf(told.statement().keyword().span()),
            "Flags",
            new Positions(flags.isEmpty() ? keyword : flags.getFirst().span(), Map.of(), flags),
            "Value",
            new Positions(behind, Map.of(), words));
    return new Positions(statement.span(), members, List.of());
  }

  static Positions leaf(Span span) {
    return new Positions(span, Map.of(), List.of());
  }

  static Value of(Instruction instruction, int stage) {
    Statement statement = instruction.statement();
    List<Value> flags = new ArrayList<>(statement.flags().size());
    for (Flag flag : statement.flags()) {
      flags.add(new StringValue("--" + flag.name() + flag.value().map(v -> "=" + v).orElse("")));
    }
    String below = "";
    Arguments arguments;
    if (instruction instanceof Instruction.Onbuild onbuild) {
      below = onbuild.trigger().statement().keyword().text();
      arguments = arguments(onbuild.trigger());
    } else {
      arguments = arguments(instruction);
    }
    String command = statement.keyword().text().toLowerCase(Locale.ROOT);
    return object(command, below, arguments, new ArrayValue(flags), stage);
  }

  private static Value object(
      String command, String below, Arguments arguments, Value flags, int stage) {
    var members = new ObjectValue.Draft();
    members.put(new StringValue("Cmd"), new StringValue(command));
    members.put(new StringValue("SubCmd"), new StringValue(below));
    members.put(new StringValue("JSON"), Value.of(arguments.json));
    members.put(new StringValue("Flags"), flags);
    List<Value> words = new ArrayList<>(arguments.words.size());
    arguments.words.forEach(word -> words.add(new StringValue(word.text())));
    members.put(new StringValue("Value"), words.isEmpty() ? NullValue.NULL : new ArrayValue(words));
    members.put(new StringValue("Stage"), Value.of(stage));
    return members.finish();
  }

  private static Arguments arguments(Instruction instruction) {
    Statement statement = instruction.statement();
    MappedText text = statement.arguments();
    return switch (instruction) {
      case Instruction.Pairs pairs -> new Arguments(pairs(pairs), false);
      case Instruction.Arg arg -> new Arguments(arguments(arg.arguments()), false);
      default ->
          switch (Keywords.normal(statement.keyword().text())) {
            case "RUN", "CMD", "ENTRYPOINT", "SHELL" ->
                array(text).orElseGet(() -> new Arguments(whole(text), false));
            case "COPY", "ADD", "VOLUME" ->
                array(text).orElseGet(() -> new Arguments(words(text), false));
            case "FROM", "EXPOSE" -> new Arguments(words(text), false);
            case "HEALTHCHECK" -> healthcheck(text);
            default -> new Arguments(whole(text), false);
          };
    };
  }

  private static List<Word> pairs(Instruction.Pairs instruction) {
    List<Word> words = new ArrayList<>();
    for (Pair pair : instruction.pairs()) {
      words.add(pair.key());
      words.add(pair.value());
      words.add(new Word(instruction.old() ? "" : "=", pair.value().span()));
    }
    return words;
  }

  private static List<Word> arguments(List<Argument> arguments) {
    List<Word> words = new ArrayList<>();
    for (Argument each : arguments) {
      Span span = each.name().span();
      words.add(
          each.value()
              .map(value ->
                  new Word(
                      each.name().text() + "=" + value.text(),
                      new Span(span.start(), value.span().end())))
              .orElse(each.name()));
    }
    return words;
  }

  /// The type, and the command behind it.
  private static Arguments healthcheck(MappedText text) {
    int end = 0;
    while (end < text.length() && !Blank.isSpace(text.charAt(end))) {
      end++;
    }
    if (end == 0) {
      return new Arguments(List.of(), false);
    }
    MappedText rest = text.slice(end).trim();
    Arguments command = array(rest).orElseGet(() -> new Arguments(whole(rest), false));
    List<Word> words = new ArrayList<>();
    words.add(word(text, 0, end));
    words.addAll(command.words);
    return new Arguments(words, command.json);
  }

  /// An array of strings.
  private static Optional<Arguments> array(MappedText text) {
    if (text.isEmpty() || text.charAt(0) != '[') {
      return Optional.empty();
    }
    try {
      Located array = Json.parseLocated("", text.toString().getBytes(StandardCharsets.UTF_8));
      List<Word> words = new ArrayList<>();
      for (int i = 0; i < array.root().elements().size(); i++) {
        Span span = array.positions().elements().get(i).span();
        words.add(
            new Word(
                array.root().elements().get(i).asText(),
                text.span(offset(text, span.start()), offset(text, span.end()))));
      }
      return Optional.of(new Arguments(words, true));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /// An offset in arguments, which are joined to one line, by the column there.
  private static int offset(MappedText text, Position place) {
    int columns = Math.min(place.column() - 1, text.toString().codePointCount(0, text.length()));
    return text.toString().offsetByCodePoints(0, columns);
  }

  private static Word word(MappedText text, int start, int end) {
    return new Word(text.toString().substring(start, end), text.span(start, end));
  }

  private static List<Word> whole(MappedText text) {
    return text.isEmpty() ? List.of() : List.of(word(text, 0, text.length()));
  }

  private static List<Word> words(MappedText text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && !Blank.separates(text.charAt(at))) {
        at++;
      }
      words.add(word(text, start, at));
      while (at < text.length() && Blank.separates(text.charAt(at))) {
        at++;
      }
    }
    return words;
  }
}
