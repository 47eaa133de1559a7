package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Metadata of one role, read and not verified unless said otherwise.
sealed interface Metadata {
  SignedFile file();

  long version();

  Instant expires();

  /// Requires that it is still good at this time.
  ///
  /// @throws RefusedException with TRUST_ROOT
  default void requireFresh(Instant now) throws RefusedException {
    if (!now.isBefore(expires())) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          "%s has expired at %s".formatted(file().where(), expires()),
          "good at " + now,
          expires().toString());
    }
  }

  /// Requires this version.
  ///
  /// @throws RefusedException with TRUST_ROOT
  default void requireVersion(long wanted) throws RefusedException {
    if (version() != wanted) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          file().where() + " has another version than it must have",
          Long.toString(wanted),
          Long.toString(version()));
    }
  }

  /// The keys and thresholds of all top-level roles (TUF specification, 4.3).
  ///
  /// @param consistent whether names of files carry versions and hashes
  record Root(
      SignedFile file, long version, Instant expires, boolean consistent, Map<String, Role> roles)
      implements Metadata {
    static final Set<String> ROLES = Set.of("root", "timestamp", "snapshot", "targets");

    public Root {
      roles = Map.copyOf(roles);
    }

    static Root read(String where, Bytes text) throws RefusedException {
      SignedFile file = SignedFile.read(where, text, "root");
      TufFields signed = file.signed();
      Map<String, TufKey> keys = Role.keys(signed.fields("keys"));
      TufFields given = signed.fields("roles");
      Map<String, Role> roles = new LinkedHashMap<>();
      for (String name : ROLES) {
        roles.put(name, Role.read(name, given.fields(name), keys));
      }
      return new Root(
          file, file.version(), file.expires(), signed.flag("consistent_snapshot", false), roles);
    }

    Role role(String name) {
      Role role = roles.get(name);
      if (role == null) {
        throw new IllegalArgumentException("there is no top-level role " + name);
      }
      return role;
    }
  }

  /// Which snapshot is the current one (TUF specification, 4.6).
  record Timestamp(SignedFile file, long version, Instant expires, FileInfo snapshot)
      implements Metadata {
    static Timestamp read(String where, Bytes text) throws RefusedException {
      SignedFile file = SignedFile.read(where, text, "timestamp");
      TufFields meta = file.signed().fields("meta");
      if (meta.object().size() != 1) {
        throw meta.wrong("something else than the snapshot is listed");
      }
      return new Timestamp(
          file, file.version(), file.expires(), FileInfo.metadata(meta.fields("snapshot.json")));
    }
  }

  /// The versions of all metadata of targets (TUF specification, 4.4).
  ///
  /// @param files by their names, such as `targets.json`
  record Snapshot(SignedFile file, long version, Instant expires, Map<String, FileInfo> files)
      implements Metadata {
    public Snapshot {
      files = Map.copyOf(files);
    }

    static Snapshot read(String where, Bytes text) throws RefusedException {
      SignedFile file = SignedFile.read(where, text, "snapshot");
      Map<String, FileInfo> files = new LinkedHashMap<>();
      for (var each : file.signed().fields("meta").members().entrySet()) {
        files.put(each.getKey(), FileInfo.metadata(each.getValue()));
      }
      return new Snapshot(file, file.version(), file.expires(), files);
    }

    /// What it says about the metadata of a role.
    ///
    /// @throws RefusedException with TRUST_ROOT when it says nothing
    FileInfo of(String role) throws RefusedException {
      FileInfo info = files.get(role + ".json");
      if (info == null) {
        throw file.signed().wrong("the metadata of the role '" + role + "' is not listed");
      }
      return info;
    }
  }

  /// Targets, and who else may name some (TUF specification, 4.5).
  record Targets(
      SignedFile file,
      long version,
      Instant expires,
      Map<String, FileInfo> targets,
      Delegations delegations)
      implements Metadata {
    public Targets {
      targets = Map.copyOf(targets);
    }

    static Targets read(String where, Bytes text) throws RefusedException {
      SignedFile file = SignedFile.read(where, text, "targets");
      Map<String, FileInfo> targets = new LinkedHashMap<>();
      for (var each : file.signed().fields("targets").members().entrySet()) {
        targets.put(each.getKey(), FileInfo.target(each.getValue()));
      }
      return new Targets(
          file,
          file.version(),
          file.expires(),
          targets,
          Delegations.read(file.signed().optional("delegations")));
    }
  }
}
