package dev.landwaiter.base.version;

import java.util.List;

/// The order of Hackage packages: lists of numbers, the longer of two equal starts being newer.
public final class HackageOrder implements VersionOrder {
  @Override
  public String id() {
    return "hackage";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return DottedVersion.compareLists(parse(left), parse(right));
  }

  @Override
  public boolean valid(String version) {
    return !DottedVersion.numbers(version).isEmpty();
  }

  private static List<String> parse(String text) throws InvalidVersionException {
    List<String> numbers = DottedVersion.numbers(text);
    if (numbers.isEmpty()) {
      throw InvalidVersionException.about("Hackage version", text);
    }
    return numbers;
  }
}
