package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.tuf.Delegations.Delegation;
import dev.landwaiter.signing.trust.tuf.Metadata.Snapshot;
import dev.landwaiter.signing.trust.tuf.Metadata.Targets;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds targets and fetches them (TUF specification, 5.6.7 and 5.7).
final class TargetSearch {
  /// The largest target that is fetched, in bytes.
  static final int TARGET_LIMIT = 16 << 20;

  private static final int MOST_ROLES = 32;

  private final Updater updater;
  private final Snapshot snapshot;

  TargetSearch(Updater updater, Snapshot snapshot) {
    this.updater = updater;
    this.snapshot = snapshot;
  }

  /// The content of a target, from the cache where it is still the right one.
  ///
  /// @throws RefusedException with NOT_FOUND when nobody names such a target
  Bytes target(String name) throws IOException {
    TargetName.require(name);
    Optional<FileInfo> found = find(name);
    if (found.isEmpty()) {
      throw new RefusedException(
          FailureClass.NOT_FOUND,
          "%s has no target '%s'".formatted(updater.mirror().address(), name));
    }
    FileInfo info = found.get();
    if (info.length().orElse(0L) > TARGET_LIMIT) {
      throw new RefusedException(
          FailureClass.LIMIT,
          "the target '%s' is larger than %d bytes".formatted(name, TARGET_LIMIT));
    }
    String cached = "targets/" + name;
    Optional<Bytes> old = updater.cache().load(cached, TARGET_LIMIT).filter(info::fits);
    if (old.isPresent()) {
      return old.get();
    }
    String path = path(name, info);
    Optional<Bytes> content = updater.mirror().fetch(path, info.limit(TARGET_LIMIT));
    if (content.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRANSPORT,
          "%s/%s does not exist".formatted(updater.mirror().address(), path));
    }
    info.require("the target '" + name + "'", content.get());
    updater.cache().save(cached, content.get());
    return content.get();
  }

  private String path(String name, FileInfo info) {
    int slash = name.lastIndexOf('/') + 1;
    Bytes hash = info.hashes().get(HashAlgorithm.SHA2_256);
    if (hash == null) {
      hash = info.hashes().values().iterator().next();
    }
    String base = name.substring(slash);
    String named = updater.root().consistent() ? hash.toHex() + "." + base : base;
    return "targets/" + TargetName.encoded(name.substring(0, slash) + named);
  }

  /// Asks the roles in the order of their delegations, each once.
  private Optional<FileInfo> find(String name) throws IOException {
    Role first = updater.root().role("targets");
    Deque<Role> waiting = new ArrayDeque<>();
    waiting.push(first);
    Set<String> visited = new HashSet<>();
    while (!waiting.isEmpty()) {
      Role role = waiting.pop();
      if (!visited.add(role.name())) {
        continue;
      }
      if (visited.size() > MOST_ROLES) {
        throw new RefusedException(
            FailureClass.LIMIT,
            "more than %d roles would have to be asked for '%s'".formatted(MOST_ROLES, name));
      }
      Targets targets = updater.targets(snapshot, role, fileName(role.name()));
      FileInfo info = targets.targets().get(name);
      if (info != null) {
        return Optional.of(info);
      }
      List<Role> next = new ArrayList<>();
      for (Delegation each : targets.delegations().roles()) {
        if (each.covers(name)) {
          next.add(each.role());
          if (each.terminating()) {
            waiting.clear();
            break;
          }
        }
      }
      next.reversed().forEach(waiting::push);
    }
    return Optional.empty();
  }

  static String fileName(String role) {
    return TargetName.part(role) + ".json";
  }
}
