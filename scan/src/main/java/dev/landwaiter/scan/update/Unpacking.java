package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.EntryKind;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import dev.landwaiter.vulnerability.source.BoundedInput;
import dev.landwaiter.vulnerability.source.SourceException;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Writes a published database to a folder: only the files that belong there, under their own
/// names, within limits.
final class Unpacking {
  /// Several times the largest database there is.
  private static final long SIZE_LIMIT = 16L << 30;

  private final long limit;

  private static final int METADATA_LIMIT = 64 << 10;

  private final Path stage;
  private final String where;
  private final Instant now;

  /// @param where what is unpacked, for messages
  /// @param now written into the metadata as the time of the download
  Unpacking(Path stage, String where, Instant now) {
    this(stage, where, now, SIZE_LIMIT);
  }

  /// @param limit how many bytes the whole may unpack to
  Unpacking(Path stage, String where, Instant now, long limit) {
    this.limit = limit;
    this.stage = stage;
    this.where = where;
    this.now = now;
  }

  /// Unpacks a gzipped tar of database and metadata.
  ///
  /// @throws ImageException with INVALID or LIMIT
  Staged trivy(DatabaseKind kind, InputStream packed) throws IOException {
    Digest digest = null;
    boolean described = false;
    try (var unzipped = new BoundedInput(where, new GZIPInputStream(packed, 64 << 10), limit)) {
      var source = new StreamSource(unzipped, where);
      var tar = new TarReader(source, where, Limits.STANDARD, Limit.ARCHIVE_ENTRIES);
      while (tar.next()) {
        if (tar.kind() != EntryKind.FILE) {
          continue;
        }
        if (tar.path().equals(kind.file())) {
          check(digest == null, "holds two files named " + kind.file());
          digest = database(kind.file(), tar);
        } else if (tar.path().equals(TrivyMetadata.FILE)) {
          check(!described, "holds two files named " + TrivyMetadata.FILE);
          check(tar.size() <= METADATA_LIMIT, "has metadata of more than 64 KiB");
          metadata(tar.content());
          described = true;
        }
      }
      drain(packed);
    } catch (SourceException e) {
      throw new ImageException(ImageException.Code.LIMIT, String.valueOf(e.getMessage()), e);
    } catch (ZipException | EOFException e) {
      throw invalid("is no sound gzip archive: " + e.getMessage());
    }
    if (digest == null || !described) {
      throw invalid("does not hold both %s and %s".formatted(kind.file(), TrivyMetadata.FILE));
    }
    return new Staged(stage, kind.file(), digest);
  }

  /// Unpacks our own index.
  Staged own(InputStream packed) throws IOException {
    var hash = Digest.newSha256();
    try (var unzipped = new BoundedInput(where, new GZIPInputStream(packed, 64 << 10), limit);
        OutputStream file = Files.newOutputStream(stage.resolve(OwnIndex.FILE));
        var out = new DigestOutputStream(file, hash)) {
      unzipped.transferTo(out);
      drain(packed);
    } catch (SourceException e) {
      throw new ImageException(ImageException.Code.LIMIT, String.valueOf(e.getMessage()), e);
    } catch (ZipException | EOFException e) {
      throw invalid("is no sound gzip archive: " + e.getMessage());
    }
    return new Staged(stage, OwnIndex.FILE, Digest.ofSha256(hash.digest()));
  }

  /// Reads to the end, where the digest of what came is judged.
  private static void drain(InputStream packed) throws IOException {
    packed.transferTo(OutputStream.nullOutputStream());
  }

  private Digest database(String name, TarReader tar) throws IOException {
    var hash = Digest.newSha256();
    try (OutputStream file = Files.newOutputStream(stage.resolve(name));
        var out = new DigestOutputStream(file, hash)) {
      tar.writeTo(out);
    }
    return Digest.ofSha256(hash.digest());
  }

  /// Writes the metadata with the time of the download in it.
  void metadata(byte[] json) throws IOException {
    try {
      Value read = Json.parse(where + ": " + TrivyMetadata.FILE, json);
      Map<Value, Value> members = new LinkedHashMap<>(read.members());
      members.put(new StringValue("DownloadedAt"), new StringValue(now.toString()));
      Files.write(
          stage.resolve(TrivyMetadata.FILE),
          JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT)
              .getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw invalid("has metadata that is no JSON: " + e.problem().message());
    }
  }

  private void check(boolean good, String otherwise) throws ImageException {
    if (!good) {
      throw invalid(otherwise);
    }
  }

  private ImageException invalid(String what) {
    return new ImageException(ImageException.Code.INVALID, where + " " + what);
  }
}
