package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
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
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One instruction of a Dockerfile as policies see it.
final class DockerCommand {

  /// Arguments, and whether they are written as an array of JSON.
  private record Arguments(List<String> words, boolean json) {}

  private DockerCommand() {}

  static Value comment(String text, int stage) {
    return object("comment", "", new Arguments(List.of(text), false), NullValue.NULL, stage);
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
    arguments.words.forEach(word -> words.add(new StringValue(word)));
    members.put(new StringValue("Value"), words.isEmpty() ? NullValue.NULL : new ArrayValue(words));
    members.put(new StringValue("Stage"), Value.of(stage));
    return members.finish();
  }

  private static Arguments arguments(Instruction instruction) {
    Statement statement = instruction.statement();
    String text = statement.arguments().toString();
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

  private static List<String> pairs(Instruction.Pairs instruction) {
    List<String> words = new ArrayList<>();
    for (Pair pair : instruction.pairs()) {
      words.add(pair.key().text());
      words.add(pair.value().text());
      words.add(instruction.old() ? "" : "=");
    }
    return words;
  }

  private static List<String> arguments(List<Argument> arguments) {
    List<String> words = new ArrayList<>();
    for (Argument each : arguments) {
      words.add(each.name().text() + each.value().map(value -> "=" + value.text()).orElse(""));
    }
    return words;
  }

  /// The type, and the command behind it.
  private static Arguments healthcheck(String text) {
    int end = 0;
    while (end < text.length() && !Blank.isSpace(text.charAt(end))) {
      end++;
    }
    if (end == 0) {
      return new Arguments(List.of(), false);
    }
    String rest = Blank.trim(text.substring(end));
    Arguments command = array(rest).orElseGet(() -> new Arguments(whole(rest), false));
    List<String> words = new ArrayList<>(List.of(text.substring(0, end)));
    words.addAll(command.words);
    return new Arguments(words, command.json);
  }

  /// An array of strings.
  private static Optional<Arguments> array(String text) {
    if (!text.startsWith("[")) {
      return Optional.empty();
    }
    try {
      List<String> words = new ArrayList<>();
      for (Value element : Json.parse("", text).elements()) {
        words.add(element.asText());
      }
      return Optional.of(new Arguments(words, true));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> whole(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && !Blank.separates(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(start, at));
      while (at < text.length() && Blank.separates(text.charAt(at))) {
        at++;
      }
    }
    return words;
  }
}
