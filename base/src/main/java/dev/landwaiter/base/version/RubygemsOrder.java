package dev.landwaiter.base.version;

/// The order of Ruby gems, and of CocoaPods (the class Gem::Version).
public final class RubygemsOrder implements VersionOrder {
  @Override
  public String id() {
    return "rubygems";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return RubygemsVersion.parse(left).compareTo(RubygemsVersion.parse(right));
  }
}
