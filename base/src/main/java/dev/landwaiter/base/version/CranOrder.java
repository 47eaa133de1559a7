package dev.landwaiter.base.version;

import java.util.List;

/// The order of R's packages on CRAN: numbers between "." or "-", a longer list being newer.
public final class CranOrder implements VersionOrder {
  @Override
  public String id() {
    return "cran";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return DottedVersion.compareLists(parse(left), parse(right));
  }

  @Override
  public boolean valid(String version) {
    return !DottedVersion.numbers(version.replace('-', '.')).isEmpty();
  }

  private static List<String> parse(String text) throws InvalidVersionException {
    List<String> numbers = DottedVersion.numbers(text.replace('-', '.'));
    if (numbers.isEmpty()) {
      throw InvalidVersionException.about("CRAN version", text);
    }
    return numbers;
  }
}
