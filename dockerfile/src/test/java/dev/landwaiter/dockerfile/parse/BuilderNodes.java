package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what was read as the builder's own tree: a name, flags and arguments for each instruction.
final class BuilderNodes {
  private BuilderNodes() {}

  /// The form in which the builder prints a tree.
  static String dump(Dockerfile file) {
    StringBuilder out = new StringBuilder();
    for (Instruction instruction : file.instructions()) {
      out.append('(').append(dump(instruction)).append(")\n");
    }
    return out.toString();
  }

  private static String dump(Instruction instruction) {
    StringBuilder out = new StringBuilder();
    out.append(Keywords.normal(instruction.statement().keyword().text()).toLowerCase(Locale.ROOT));
    List<String> flags = flags(instruction.statement());
    if (!flags.isEmpty()) {
      out.append(" [").append(String.join(" ", flags.stream().map(GoText::quote).toList()));
      out.append(']');
    }
    if (instruction instanceof Instruction.Onbuild onbuild) {
      return out.append(" (").append(dump(onbuild.trigger())).append(')').toString();
    }
    for (String argument : arguments(instruction)) {
      out.append(' ').append(GoText.quote(argument));
    }
    return out.toString();
  }

  static List<String> flags(Statement statement) {
    return statement.flags().stream().map(BuilderNodes::flag).toList();
  }

  private static String flag(Flag flag) {
    return "--" + flag.name() + flag.value().map(value -> "=" + value).orElse("");
  }

  static List<String> arguments(Instruction instruction) {
    return switch (instruction) {
      case Instruction.From from -> texts(Words.list(from.statement().arguments()));
      case Instruction.Arg arg ->
          arg.arguments().stream()
              .map(one -> one.name() + one.value().map(value -> "=" + value).orElse(""))
              .toList();
      case Instruction.Pairs pairs -> pairs(pairs);
      case Instruction.Run run -> command(run.command());
      case Instruction.Cmd cmd -> command(cmd.command());
      case Instruction.Entrypoint entrypoint -> command(entrypoint.command());
      case Instruction.Shell shell -> command(shell.command());
      case Instruction.Healthcheck check -> check(check);
      case Instruction.Transfer transfer -> transfer(transfer);
      case Instruction.Expose expose -> texts(expose.ports());
      case Instruction.Volume volume -> texts(volume.paths());
      case Instruction.Maintainer one -> List.of(one.name().text());
      case Instruction.Stopsignal one -> List.of(one.signal().text());
      case Instruction.User one -> List.of(one.user().text());
      case Instruction.Workdir one -> List.of(one.path().text());
      case Instruction.Onbuild onbuild -> List.of();
      case Instruction.Broken broken -> broken(broken.statement());
    };
  }

  private static List<String> pairs(Instruction.Pairs pairs) {
    List<String> all = new ArrayList<>();
    for (Pair pair : pairs.pairs()) {
      all.add(pair.key().text());
      all.add(pair.value().text());
      all.add(pairs.old() ? "" : "=");
    }
    return all;
  }

  private static List<String> command(CommandLine line) {
    return switch (line) {
      case CommandLine.Exec exec -> texts(exec.words());
      case CommandLine.Shell shell -> text(shell.text().toString());
    };
  }

  private static List<String> check(Instruction.Healthcheck check) {
    List<String> all = new ArrayList<>();
    String text = check.statement().arguments().toString();
    all.add(text.split("\\s", 2)[0]);
    check.command().ifPresent(command -> all.addAll(command(command)));
    return all;
  }

  private static List<String> transfer(Instruction.Transfer transfer) {
    // Markers of heredocs are not among the sources, but they are among the builder's arguments.
    List<String> all = texts(words(transfer.statement()));
    List<String> plain = new ArrayList<>(texts(transfer.sources()));
    plain.add(transfer.target().text());
    List<String> rest = new ArrayList<>(all);
    plain.forEach(rest::remove);
    if (!rest.stream().allMatch(word -> HeredocMarker.of(word).isPresent())) {
      throw new AssertionError("lost arguments: " + rest);
    }
    return all;
  }

  private static List<Word> words(Statement statement) {
    Optional<JsonArray> array = JsonArray.of(statement.arguments());
    return array.map(JsonArray::words).orElseGet(() -> Words.list(statement.arguments()));
  }

  private static List<String> broken(Statement statement) {
    return switch (Keywords.normal(statement.keyword().text())) {
      case "FROM", "EXPOSE" -> texts(Words.list(statement.arguments()));
      case "COPY", "ADD", "VOLUME" -> texts(words(statement));
      case "HEALTHCHECK" -> brokenCheck(statement);
      case "ONBUILD" -> List.of();
      case "ARG" ->
          Words.quoted(statement.arguments(), '\\').stream().map(Object::toString).toList();
      case "CMD", "ENTRYPOINT", "RUN", "SHELL" ->
          JsonArray.of(statement.arguments())
              .map(array -> texts(array.words()))
              .orElseGet(() -> text(statement.arguments().toString()));
      case "ENV", "LABEL" -> brokenPairs(statement);
      default ->
          Keywords.isKnown(Keywords.normal(statement.keyword().text()))
              ? text(statement.arguments().toString())
              : List.of();
    };
  }

  private static List<String> brokenPairs(Statement statement) {
    List<String> all = new ArrayList<>();
    for (Object word : Words.quoted(statement.arguments(), '\\')) {
      String text = word.toString();
      int equals = text.indexOf('=');
      all.add(text.substring(0, Math.max(0, equals)));
      all.add(text.substring(equals + 1));
      all.add("=");
    }
    return all;
  }

  private static List<String> brokenCheck(Statement statement) {
    String text = statement.arguments().toString();
    List<String> all = new ArrayList<>(text(text.split("\\s", 2)[0]));
    int start = all.isEmpty() ? 0 : all.getFirst().length();
    while (start < text.length() && FlagReader.isSpace(text.charAt(start))) {
      start++;
    }
    var rest = statement.arguments().slice(start);
    all.addAll(
        JsonArray.of(rest)
            .map(array -> texts(array.words()))
            .orElseGet(() -> text(rest.toString())));
    return all;
  }

  private static List<String> text(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }
}
