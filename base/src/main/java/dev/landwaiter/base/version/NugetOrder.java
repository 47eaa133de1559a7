package dev.landwaiter.base.version;

import java.util.Locale;

/// The order of NuGet packages: one to four numbers, pre-release without regard to case.
public final class NugetOrder implements VersionOrder {
  @Override
  public String id() {
    return "nuget";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return parse(left).compareTo(parse(right));
  }

  private static DottedVersion parse(String text) throws InvalidVersionException {
    DottedVersion version = DottedVersion.parse(text.toLowerCase(Locale.ROOT), "NuGet version");
    if (version.numbers().size() > 4) {
      throw InvalidVersionException.about("NuGet version", text);
    }
    return version;
  }
}
