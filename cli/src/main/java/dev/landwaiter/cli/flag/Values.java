package dev.landwaiter.cli.flag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of a run's flags: the command line wins over the environment, that over the
/// configuration file, that over the standard value.
public final class Values {
  private final Map<Flag, List<String>> given;
  private final Map<String, String> environment;
  private final String prefix;
  private final Map<String, List<String>> file;
  private final Wording wording;

  /// How wrong values are told.
  public enum Wording {
    OWN,
    /// As programs do whose flags are those of Go's pflag.
    PFLAG
  }

  /// @param prefix of the environment variables, such as `LANDWAITER_`
  /// @param file the configuration file's values by key, lists split
  public Values(
      Map<Flag, List<String>> given,
      Map<String, String> environment,
      String prefix,
      Map<String, List<String>> file,
      Wording wording) {
    this.wording = wording;
    this.given = given;
    this.environment = environment;
    this.prefix = prefix;
    this.file = file;
  }

  /// The same words of the command line over other variables and another file.
  public Values from(String otherPrefix, Map<String, List<String>> otherFile) {
    return new Values(given, environment, otherPrefix, otherFile, wording);
  }

  /// Whether the user gave a value, wherever.
  public boolean isSet(Flag flag) {
    return chosen(flag).isPresent();
  }

  /// Whether the user gave a value on the command line, where others may see it.
  public boolean onLine(Flag flag) {
    return given.containsKey(flag);
  }

  private Optional<List<String>> chosen(Flag flag) {
    List<String> words = given.get(flag);
    if (words != null) {
      return Optional.of(words);
    }
    // Asked for every flag at each start.
    String variable = variable(flag.name());
    for (Flag.Former former : flag.former()) {
      variable = variable.isEmpty() ? variable(former.name()) : variable;
    }
    if (!variable.isEmpty()) {
      return Optional.of(List.of(variable));
    }
    List<String> inFile = file.get(flag.key());
    for (Flag.Former former : flag.former()) {
      inFile = inFile == null ? file.get(former.key()) : inFile;
    }
    return Optional.ofNullable(inFile);
  }

  private String variable(String name) {
    return environment.getOrDefault(prefix + Flag.variable(name), "");
  }

  /// Makes sure that the value given is one the flag may have, whether or not anybody reads it.
  ///
  /// @throws UsageException when it is not
  public void check(Flag flag) throws UsageException {
    switch (flag.type()) {
      case FLAG -> flag(flag);
      case TEXT -> text(flag);
      case TEXTS -> texts(flag);
      case REPEATED -> repeated(flag);
      case NUMBER -> number(flag);
      case DECIMAL -> decimal(flag);
      case DURATION -> duration(flag);
    }
  }

  public String text(Flag flag) throws UsageException {
    String value = chosen(flag).map(List::getLast).orElse(flag.standard());
    return check(flag, value, value);
  }

  /// The elements of a list flag: repeated and comma-separated values joined.
  public List<String> texts(Flag flag) throws UsageException {
    List<String> raw = chosen(flag).orElse(List.of(flag.standard()));
    List<String> elements = new ArrayList<>();
    for (String value : raw) {
      for (String element : value.split(",", -1)) {
        if (!element.isEmpty()) {
          elements.add(element);
        }
      }
    }
    for (String element : elements) {
      check(flag, element, "[" + String.join(" ", elements) + "]");
    }
    return elements;
  }

  /// The values of a flag that is given once for each; commas are part of them.
  public List<String> repeated(Flag flag) throws UsageException {
    List<String> values = chosen(flag).orElse(List.of());
    for (String value : values) {
      check(flag, value, value);
    }
    return values;
  }

  private String check(Flag flag, String value, String shown) throws UsageException {
    boolean fine =
        flag.allowed().isEmpty() || flag.allowed().contains(value) || value.equals(flag.standard());
    if (!fine && wording == Wording.PFLAG) {
      throw wrong(flag, value, "must be one of {" + String.join(",", flag.allowed()) + "}");
    }
    if (!fine) {
      throw new UsageException(
          "invalid argument \"%s\" for \"--%s\" flag: must be one of [%s]"
              .formatted(
                  shown,
                  flag.name(),
                  String.join(
                      " ", flag.allowed().stream().map(each -> "\"" + each + "\"").toList())));
    }
    return value;
  }

  public boolean flag(Flag flag) throws UsageException {
    String value = chosen(flag).map(List::getLast).orElse(flag.standard());
    return switch (value) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default ->
          throw wrong(
              flag,
              value,
              pflag(
                  "strconv.ParseBool: parsing \"" + value + "\": invalid syntax",
                  "it is neither true nor false"));
    };
  }

  public int number(Flag flag) throws UsageException {
    String value = text(flag);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(
          flag,
          value,
          pflag(
              "strconv.ParseInt: parsing \"" + value + "\": invalid syntax",
              "it is no whole number"));
    }
  }

  public double decimal(Flag flag) throws UsageException {
    String value = text(flag);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(
          flag,
          value,
          pflag(
              "strconv.ParseFloat: parsing \"" + value + "\": invalid syntax", "it is no number"));
    }
  }

  /// A duration in Go's notation, such as `1h30m` or `500ms`.
  public Duration duration(Flag flag) throws UsageException {
    String value = text(flag);
    return GoDuration.parse(value)
        .orElseThrow(() ->
            wrong(
                flag,
                value,
                pflag(
                    "time: invalid duration \"" + value + "\"",
                    "it is no duration such as 90s or 5m")));
  }

  private String pflag(String theirs, String ours) {
    return wording == Wording.PFLAG ? theirs : ours;
  }

  private UsageException wrong(Flag flag, String value, String why) {
    String letter =
        wording == Wording.PFLAG && !flag.shorthand().isEmpty()
            ? "-" + flag.shorthand() + ", "
            : "";
    return UsageException.withUsage(
        "invalid argument \"%s\" for \"%s--%s\" flag: %s"
            .formatted(value, letter, flag.name(), why));
  }
}
