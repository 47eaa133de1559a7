package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where trust comes from and where it is kept.
///
/// @param folder the cache; holds a folder for each mirror, and `remote.json` with the address of
///   the one that was chosen
/// @param mirror the one to use, or empty for the one that was chosen
/// @param root a file with the root that trust in the mirror begins with
public record TrustSettings(Path folder, String mirror, Optional<Path> root) {
  private static final String REMOTE = "remote.json";
  private static final int REMOTE_LIMIT = 16_384;

  /// By `TUF_ROOT`, `TUF_MIRROR` and `TUF_ROOT_JSON`, where an empty value is none.
  ///
  /// @param home of the user
  /// @param here where relative paths start
  public static TrustSettings of(Map<String, String> environment, Path home, Path here) {
    String folder = environment.getOrDefault("TUF_ROOT", "");
    String root = environment.getOrDefault("TUF_ROOT_JSON", "");
    return new TrustSettings(
        folder.isEmpty() ? home.resolve(".sigstore").resolve("root") : here.resolve(folder),
        environment.getOrDefault("TUF_MIRROR", ""),
        root.isEmpty() ? Optional.empty() : Optional.of(here.resolve(root)));
  }

  /// The mirror in force.
  String inForce() throws IOException {
    if (!mirror.isEmpty()) {
      return mirror;
    }
    Optional<Bytes> remote = FolderMirror.read(folder.resolve(REMOTE), REMOTE_LIMIT);
    if (remote.isEmpty()) {
      return EmbeddedRoot.PUBLIC.mirror();
    }
    Path file = folder.resolve(REMOTE);
    try {
      if (Json.parseStrict(file.toString(), remote.get().toArray()) instanceof ObjectValue object
          && object.get("mirror").filter(each -> !each.asText().isEmpty()).isPresent()) {
        return object.get("mirror").map(Value::asText).orElse("");
      }
    } catch (FormatException e) {
      // Told below.
    }
    throw new RefusedException(
        FailureClass.TRUST_ROOT, file + " does not say which mirror was chosen");
  }

  /// Makes a mirror the one that was chosen.
  void choose(String chosen) throws IOException {
    Map<Value, Value> members = Map.of(new StringValue("mirror"), new StringValue(chosen));
    new FolderCache(folder)
        .save(REMOTE, Bytes.utf8(JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT)));
  }

  /// The folder that is kept for a mirror.
  ///
  /// @throws RefusedException with USAGE when its address gives no name
  Path place(String address) throws RefusedException {
    int scheme = address.indexOf("://");
    String name =
        address
            .substring(scheme < 0 ? 0 : scheme + 3)
            .replace('/', '-')
            .replace(':', '-')
            .toLowerCase(Locale.ROOT);
    try {
      TargetName.require(name);
    } catch (RefusedException e) {
      throw new RefusedException(
          FailureClass.USAGE, "the mirror '" + address + "' cannot be kept in a folder");
    }
    return folder.resolve(name);
  }
}
