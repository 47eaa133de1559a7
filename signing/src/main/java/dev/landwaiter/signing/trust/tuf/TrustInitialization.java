package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a mirror the one that trust comes from.
public final class TrustInitialization {
  private static final List<String> METADATA =
      List.of(RootChain.FILE, "timestamp.json", "snapshot.json", "targets.json");

  private TrustInitialization() {}

  /// Brings the trust of a mirror up to date and chooses the mirror. When anything fails, nothing
  /// of what was there before changes.
  ///
  /// @param settings only the folder counts
  /// @param mirror its address
  /// @param root what trust begins with, whatever was there before; without it the root of the
  ///   cache or the one that came with this program
  /// @return sentences about what is not perfect
  /// @throws RefusedException with TRUST_ROOT, LIMIT, TRANSPORT or USAGE
  public static List<String> of(
      TrustSettings settings, String mirror, Optional<Bytes> root, Web web, Instant now)
      throws IOException {
    Mirror from = Mirrors.at(mirror, web);
    var folder = new FolderCache(settings.place(mirror));
    var memory = new MemoryCache();
    Bytes first;
    String beginning;
    if (root.isPresent()) {
      first = root.get();
      beginning = first.sha256().toHex();
    } else {
      var plain = new TrustSettings(settings.folder(), mirror, Optional.empty());
      Beginning begin = Beginning.of(plain, mirror, folder);
      for (String each : METADATA) {
        folder.load(each, Updater.TARGETS_LIMIT).ifPresent(text -> memory.save(each, text));
      }
      first = begin.root();
      beginning = begin.id();
    }
    Repository repository = Repository.refreshed(from, memory, first, now);
    TrustedRootReader.read(
        TrustRoots.TRUSTED_ROOT + " of " + mirror, repository.target(TrustRoots.TRUSTED_ROOT));
    List<String> warnings = new ArrayList<>();
    config(repository, mirror, TrustRoots.SIGNING_CONFIG).ifPresent(warnings::add);
    config(repository, mirror, TrustRoots.SIGNING_CONFIG_V2);
    try (Closeable _ = folder.lock()) {
      for (Map.Entry<String, Bytes> each : memory.files().entrySet()) {
        folder.save(each.getKey(), each.getValue());
      }
      new RefreshState(Optional.of(now), Optional.empty(), beginning).save(folder);
    }
    settings.choose(mirror);
    return warnings;
  }

  /// A signing config may be missing.
  private static Optional<String> config(Repository repository, String mirror, String name)
      throws IOException {
    try {
      SigningConfigReader.read(name + " of " + mirror, repository.target(name));
      return Optional.empty();
    } catch (RefusedException e) {
      if (e.kind() != FailureClass.NOT_FOUND && e.kind() != FailureClass.TRANSPORT) {
        throw e;
      }
      return Optional.of(
          "%s names no services to sign with: %s".formatted(mirror, e.refusal().message()));
    }
  }
}
