package dev.landwaiter.cli.flag;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One flag of a command.
///
/// @param name without dashes
/// @param shorthand one letter, or empty
/// @param standard the value when nothing else gives one; lists comma-separated
/// @param key its place in the configuration file, dot-separated
/// @param help one clause without a final stop
/// @param allowed the values it may take; none means any
/// @param former names it had before
public record Flag(
    String name,
    String shorthand,
    FlagType type,
    String standard,
    String key,
    String help,
    List<String> allowed,
    Support support,
    List<Former> former) {

  /// A name that still works, with a warning.
  ///
  /// @param key its old place in the configuration file, or empty
  public record Former(String name, String key) {}

  public static Flag of(String name, FlagType type, String help) {
    String standard = type == FlagType.FLAG ? "false" : "";
    return new Flag(name, "", type, standard, name, help, List.of(), Support.BUILT, List.of());
  }

  public static Flag toggle(String name, String help) {
    return of(name, FlagType.FLAG, help);
  }

  public static Flag text(String name, String help) {
    return of(name, FlagType.TEXT, help);
  }

  public static Flag texts(String name, String help) {
    return of(name, FlagType.TEXTS, help);
  }

  public static Flag repeated(String name, String help) {
    return of(name, FlagType.REPEATED, help);
  }

  public Flag shorthand(String letter) {
    return new Flag(name, letter, type, standard, key, help, allowed, support, former);
  }

  public Flag standard(String value) {
    return new Flag(name, shorthand, type, value, key, help, allowed, support, former);
  }

  public Flag key(String path) {
    return new Flag(name, shorthand, type, standard, path, help, allowed, support, former);
  }

  public Flag allowed(String... values) {
    return new Flag(name, shorthand, type, standard, key, help, List.of(values), support, former);
  }

  public Flag support(Support how) {
    return new Flag(name, shorthand, type, standard, key, help, allowed, how, former);
  }

  public Flag formerly(Former... names) {
    return new Flag(name, shorthand, type, standard, key, help, allowed, support, List.of(names));
  }

  // A record's own hash and equality are linked when they are first used, at every start anew.
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Flag flag && name.equals(flag.name) && key.equals(flag.key));
  }

  /// The environment variable after its prefix: `DB_REPOSITORY`.
  public String variable() {
    return variable(name);
  }

  public static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
