package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Roles that may name targets besides the one that delegates to them (TUF specification, 4.5), in
/// the order in which they are asked.
record Delegations(List<Delegation> roles) {
  static final Delegations NONE = new Delegations(List.of());
  private static final int LONGEST_NAME = 200;

  Delegations {
    roles = List.copyOf(roles);
  }

  /// One of them.
  ///
  /// @param terminating whether nobody behind it is asked for its targets
  record Delegation(
      Role role, boolean terminating, List<String> patterns, List<String> hashPrefixes) {
    Delegation {
      patterns = List.copyOf(patterns);
      hashPrefixes = List.copyOf(hashPrefixes);
    }

    /// Whether it may name this target.
    boolean covers(String target) {
      for (String pattern : patterns) {
        if (PathPattern.matches(pattern, target)) {
          return true;
        }
      }
      if (!hashPrefixes.isEmpty()) {
        String hash = Bytes.utf8(target).sha256().toHex();
        for (String prefix : hashPrefixes) {
          if (hash.startsWith(prefix)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  static Delegations read(Optional<TufFields> given) throws RefusedException {
    if (given.isEmpty()) {
      return NONE;
    }
    TufFields fields = given.get();
    if (fields.has("succinct_roles")) {
      throw fields.wrong("delegation to hash bins by succinct_roles is not built");
    }
    Map<String, TufKey> keys = Role.keys(fields.fields("keys"));
    List<Delegation> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (TufFields each : fields.objects("roles")) {
      String name = name(each);
      if (!names.add(name)) {
        throw each.wrong("the role '" + name + "' is delegated to twice");
      }
      boolean paths = each.has("paths");
      if (paths == each.has("path_hash_prefixes")) {
        throw each.wrong("either paths or path_hash_prefixes must be there");
      }
      List<String> patterns = paths ? each.texts("paths") : List.of();
      for (String pattern : patterns) {
        if (!PathPattern.known(pattern)) {
          throw each.wrong("the pattern '" + pattern + "' is not known");
        }
      }
      all.add(
          new Delegation(
              Role.read(name, each, keys),
              each.flag("terminating", false),
              patterns,
              paths ? List.of() : prefixes(each)));
    }
    return new Delegations(all);
  }

  /// Names become names of files, and must never be those of the top-level roles.
  private static String name(TufFields fields) throws RefusedException {
    String name = fields.text("name");
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || TargetName.part(name).length() > LONGEST_NAME
        || Metadata.Root.ROLES.contains(name.toLowerCase(Locale.ROOT))) {
      throw fields.wrong("'" + name + "' cannot be the name of a delegated role");
    }
    return name;
  }

  private static List<String> prefixes(TufFields fields) throws RefusedException {
    List<String> prefixes = fields.texts("path_hash_prefixes");
    for (String prefix : prefixes) {
      if (prefix.isEmpty()) {
        throw fields.wrong("an empty prefix of a hash");
      }
    }
    return prefixes;
  }
}
