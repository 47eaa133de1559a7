package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One recorded command line of cosign, held against an outcome the way the recordings are meant.
public record CosignRow(Value row) {
  private static final Set<String> SIGNERS =
      Set.of("sign", "sign-blob", "attest", "attest-blob", "generate-key-pair", "public-key");

  private static final Set<String> WRITERS = Set.of("attach", "clean", "load");

  /// Commands that told things in the order of the recorded registry, which has none.
  private static final Set<String> UNORDERED = Set.of("tree", "download");

  /// What differs with every signature.
  private static final Pattern CHANCE = Pattern.compile("[A-Za-z0-9+/=_-]{40,}");

  public String id() {
    return row.text("id");
  }

  public String about() {
    return row.text("about");
  }

  public List<String> words() {
    return row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
  }

  public String stdin() {
    return row.text("stdin");
  }

  public Instant at() {
    return Instant.parse(row.text("at"));
  }

  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    row.get("env")
        .ifPresent(env -> env.members().forEach((k, v) -> environment.put(k.asText(), v.asText())));
    return environment;
  }

  /// Files that the command read, or wrote.
  ///
  /// @param way `in` or `out`
  public List<String> files(String way) {
    return row.get("files").orElseThrow().get(way).orElseThrow().elements().stream()
        .map(Value::asText)
        .toList();
  }

  /// What registries hold before: layout by repository, or empty where it holds nothing.
  public Map<String, String> registry() {
    return layouts("registry");
  }

  /// What registries hold afterwards, for commands that leave nothing to chance and are to leave
  /// the same as cosign.
  public Map<String, String> registryAfter() {
    boolean same = !words().isEmpty() && WRITERS.contains(words().getFirst());
    return same ? layouts("registry_after") : Map.of();
  }

  /// What registries held afterwards, chance and all.
  public Map<String, String> registryLeft() {
    return layouts("registry_after");
  }

  private Map<String, String> layouts(String name) {
    Map<String, String> layouts = new LinkedHashMap<>();
    row.get(name)
        .orElse(ObjectValue.EMPTY)
        .members()
        .forEach((repository, layout) ->
            layouts.put(repository.asText(), layout instanceof NullValue ? "" : layout.asText()));
    return layouts;
  }

  public String stdout() {
    return row.text("stdout");
  }

  public String stderr() {
    return row.text("stderr");
  }

  public int exit() {
    return Integer.parseInt(row.get("exit").orElseThrow().toString());
  }

  public String wanted() {
    return row.text("wanted");
  }

  /// What differs between the recording and an outcome, or the empty text.
  ///
  /// @param written whether all files are there that the recorded command wrote
  public String difference(int exit, String stdout, boolean written) {
    String wanted = wanted().split("[ :(]", 2)[0];
    switch (wanted) {
      case "either" -> {
        return exit > 13 ? "exit " + exit + ", wanted an answer" : "";
      }
      case "reject", "refuse", "usage", "error," -> {
        return exit == 0 ? "exit 0, wanted a refusal: " + wanted() : "";
      }
      case "exit" -> {
        int number = Integer.parseInt(wanted().split(" ", 3)[1]);
        return exit == number ? "" : "exit " + exit + ", wanted " + number;
      }
      case "accept" -> {
        // Where none was written, there is nothing to accept.
        if (wanted().equals("accept where a signature was written") && exit == exit()) {
          return "";
        }
        return exit == 0 ? "" : "exit " + exit + ", wanted 0: " + wanted();
      }
      default -> {
        if (exit != exit()) {
          return "exit %d, wanted %d".formatted(exit, exit());
        }
      }
    }
    if (exit == 0 && !written) {
      return "a file of the recorded run is missing";
    }
    if (stdout().contains("\nUsage:\n")) {
      return stdout.isEmpty() ? "no help" : "";
    }
    if (same(stdout(), stdout)) {
      return "";
    }
    return "stdout\n--- wanted\n%s\n--- got\n%s".formatted(stdout().strip(), stdout.strip());
  }

  private boolean same(String wanted, String got) {
    String left = wanted.strip();
    String right = got.strip();
    if (left.equals(right)) {
      return true;
    }
    if (!words().isEmpty() && UNORDERED.contains(words().getFirst())) {
      left = sorted(left);
      right = sorted(right);
      if (left.equals(right)) {
        return true;
      }
    }
    if (!words().isEmpty() && SIGNERS.contains(words().getFirst())) {
      return CHANCE.matcher(left).replaceAll("*").equals(CHANCE.matcher(right).replaceAll("*"));
    }
    try {
      return values(left).equals(values(right));
    } catch (FormatException e) {
      return false;
    }
  }

  private static String sorted(String text) {
    return text.lines().sorted().collect(Collectors.joining("\n"));
  }

  /// JSON, or JSON in lines.
  private static List<Value> values(String text) throws FormatException {
    try {
      return List.of(Json.parse("stdout", text));
    } catch (FormatException e) {
      List<Value> lines = new ArrayList<>();
      for (String line : Arrays.asList(text.split("\n", -1))) {
        lines.add(Json.parse("stdout", line));
      }
      return lines;
    }
  }
}
