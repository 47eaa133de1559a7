package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The stages of a file and what each stands on; the last one is what is shipped.
final class Outline {
  private static final int LONGEST_VALUE = 1_000;
  private final List<Stage> stages = new ArrayList<>();
  private final Map<String, String> globals = new HashMap<>();

  /// The stages of each name, in file order.
  private final Map<String, List<Stage>> names = new HashMap<>();

  private Outline() {}

  /// One stage.
  ///
  /// @param base the earlier stage it is built from
  /// @param image what FROM names, variables replaced where their value is known
  /// @param root the image that the stage stands on in the end
  /// @param instructions behind FROM
  record Stage(
      int index,
      Instruction.From from,
      Optional<Stage> base,
      String image,
      String root,
      List<Instruction> instructions) {
    /// Each is itself: their content may be long, and bases stand on bases.
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return index;
    }

    /// All that makes this stage, from the first instruction on its external image.
    List<Instruction> history() {
      if (base.isEmpty()) {
        return instructions;
      }
      var line = new ArrayList<Stage>();
      for (Optional<Stage> each = Optional.of(this); each.isPresent(); each = each.get().base()) {
        line.add(each.get());
      }
      var all = new ArrayList<Instruction>();
      line.reversed().forEach(each -> all.addAll(each.instructions()));
      return all;
    }

    /// Whether the name of the root image is known to its last letter.
    boolean known() {
      return root.indexOf('$') < 0 && root.indexOf('{') < 0 && root.indexOf('%') < 0;
    }
  }

  static Outline of(Dockerfile file) {
    var outline = new Outline();
    List<Instruction> current = new ArrayList<>();
    for (Instruction each : file.instructions()) {
      switch (each) {
        case Instruction.From from -> current = outline.begin(from);
        case Instruction.Arg arg when outline.stages.isEmpty() -> outline.define(arg);
        default -> current.add(each);
      }
    }
    return outline;
  }

  private List<Instruction> begin(Instruction.From from) {
    String image = expand(from.image().unquoted());
    Optional<Stage> base = find(image);
    var instructions = new ArrayList<Instruction>();
    String root = base.map(Stage::root).orElse(image);
    var stage = new Stage(stages.size(), from, base, image, root, instructions);
    stages.add(stage);
    from.name()
        .ifPresent(
            name -> names.computeIfAbsent(key(name.text()), it -> new ArrayList<>(1)).add(stage));
    return instructions;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Optional<Stage> find(String image) {
    List<Stage> found = names.getOrDefault(key(image), List.of());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  private void define(Instruction.Arg arg) {
    for (Instruction.Argument each : arg.arguments()) {
      String value = each.value().map(Word::unquoted).map(this::expand).orElse("");
      if (!value.isEmpty() && value.length() < LONGEST_VALUE) {
        globals.put(each.name().text(), value);
      }
    }
  }

  /// Variables whose default is known are replaced; others stay as written.
  private String expand(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length() && out.length() < LONGEST_VALUE) {
      int end = text.charAt(at) == '$' ? variable(text, at, out) : at;
      if (end == at) {
        out.append(text.charAt(at));
        end = at + 1;
      }
      at = end;
    }
    return out.toString();
  }

  /// Appends the value of the variable at this dollar sign.
  ///
  /// @return the offset behind it, or that of the dollar sign where no value is known
  private int variable(String text, int dollar, StringBuilder out) {
    int start = dollar + 1;
    boolean braces = start < text.length() && text.charAt(start) == '{';
    start = braces ? start + 1 : start;
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    Optional<String> value = Optional.ofNullable(globals.get(text.substring(start, end)));
    if (braces) {
      int close = text.indexOf('}', end);
      if (close < 0) {
        return dollar;
      }
      String form = text.substring(end, close);
      if (value.isEmpty() && (form.startsWith(":-") || form.startsWith("-"))) {
        value = Optional.of(form.substring(form.indexOf('-') + 1));
      } else if (!form.isEmpty() && !form.startsWith(":-") && !form.startsWith("-")) {
        return dollar;
      }
      end = close + 1;
    }
    if (value.isEmpty() || end == start) {
      return dollar;
    }
    out.append(value.get());
    return end;
  }

  List<Stage> stages() {
    return stages;
  }

  /// The stage that becomes the image.
  Optional<Stage> last() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
  }

  /// The stage that this reference of COPY or a mount names, seen from this one.
  Optional<Stage> named(String reference, Stage seenFrom) {
    Optional<Stage> numbered = numbered(reference, seenFrom);
    if (numbered.isPresent()) {
      return numbered;
    }
    for (Stage each : names.getOrDefault(key(reference), List.of()).reversed()) {
      if (each.index() < seenFrom.index()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Optional<Stage> numbered(String reference, Stage seenFrom) {
    int index = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < '0' || c > '9' || index > stages.size()) {
        return Optional.empty();
      }
      index = 10 * index + c - '0';
    }
    return !reference.isEmpty() && index < seenFrom.index()
        ? Optional.of(stages.get(index))
        : Optional.empty();
  }
}
