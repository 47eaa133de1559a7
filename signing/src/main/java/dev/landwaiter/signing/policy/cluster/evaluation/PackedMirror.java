package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.EntryKind;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.tuf.Mirror;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The files of a TUF repository in a tar archive that is packed with gzip. They are held in
/// memory; none is ever written.
///
/// @param address for messages
/// @param files by their paths, without the folder `repository` that all may lie in
record PackedMirror(String address, Map<String, Bytes> files) implements Mirror {
  private static final String FOLDER = "repository/";
  private static final long LARGEST = 32L << 20;
  private static final long MOST = 2_000;

  /// Unpacks it.
  ///
  /// @throws RefusedException with LIMIT when it is too large, with TRUST_ROOT for everything else
  ///   that is wrong with it: links, paths that lead out of it, files that are there twice
  static PackedMirror of(String where, Bytes archive) throws RefusedException {
    String name = where + ": mirrorFS";
    Map<String, Bytes> files = new HashMap<>();
    long total = 0;
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(archive.toArray()))) {
      var tar =
          new TarReader(
              new StreamSource(packed, name),
              name,
              Limits.STANDARD.with(Limit.ENTRIES_PER_LAYER, MOST),
              Limit.ENTRIES_PER_LAYER);
      while (tar.next()) {
        if (tar.kind() == EntryKind.DIRECTORY) {
          continue;
        }
        if (tar.kind() != EntryKind.FILE || tar.isSparse()) {
          throw wrong(name, "'" + tar.path() + "' is no plain file");
        }
        total += tar.size();
        if (total > LARGEST) {
          throw new RefusedException(
              FailureClass.LIMIT, name + ": its files have more than " + LARGEST + " bytes");
        }
        String path =
            tar.path().startsWith(FOLDER) ? tar.path().substring(FOLDER.length()) : tar.path();
        if (files.put(path, Bytes.of(tar.content())) != null) {
          throw wrong(name, "'" + path + "' is there twice");
        }
      }
    } catch (RefusedException e) {
      throw e;
    } catch (ImageException e) {
      throw e.code() == ImageException.Code.LIMIT
          ? new RefusedException(FailureClass.LIMIT, String.valueOf(e.getMessage()))
          : wrong(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw wrong(name, "it cannot be unpacked: " + e.getMessage());
    }
    return new PackedMirror(name, Map.copyOf(files));
  }

  private static RefusedException wrong(String name, String why) {
    return new RefusedException(FailureClass.TRUST_ROOT, name + ": " + why);
  }

  @Override
  public Optional<Bytes> fetch(String path, int limit) throws RefusedException {
    Bytes content = files.get(path);
    if (content != null && content.size() > limit) {
      throw new RefusedException(
          FailureClass.LIMIT, "%s: %s is larger than %d bytes".formatted(address, path, limit));
    }
    return Optional.ofNullable(content);
  }
}
