package dev.landwaiter.scan.database;

import dev.landwaiter.base.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// A small security archive of one suite in a folder.
final class TestMirror {
  private final Path root;
  private final String suite;
  private final StringBuilder packages = new StringBuilder();

  TestMirror(Path root, String suite) {
    this.root = root;
    this.suite = suite;
  }

  /// Adds a binary package; without a changelog when that is empty.
  TestMirror add(String name, String source, String version, String changelog) throws IOException {
    String filename = "pool/%s_%s.deb".formatted(name, version);
    byte[] deb = deb(name, changelog);
    write(filename, deb);
    packages.append(
        """
        Package: %s
        Source: %s
        Version: %s
        Filename: %s
        Size: %d
        SHA256: %s

        """
            .formatted(name, source, version, filename, deb.length, Digest.sha256(deb).encoded()));
    return this;
  }

  /// Writes the list of packages and the release file.
  Path finish() throws IOException {
    byte[] list = gzip(packages.toString().getBytes(StandardCharsets.UTF_8));
    String path = "main/binary-amd64/Packages.gz";
    write("dists/" + suite + "/" + path, list);
    String release =
        """
        Suite: a test
        Date: Sat, 21 Nov 2026 10:15:30 UTC
        MD5Sum:
         0123 45 main/binary-amd64/Packages.gz
        SHA256:
         %s %d %s
        """
            .formatted(Digest.sha256(list).encoded(), list.length, path);
    write("dists/" + suite + "/InRelease", release.getBytes(StandardCharsets.UTF_8));
    return root;
  }

  void write(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content);
  }

  /// A Debian changelog with these changes, newest first.
  static String changelog(String source, String suite, String... versionsAndChanges) {
    var text = new StringBuilder();
    for (int i = 0; i < versionsAndChanges.length; i += 2) {
      text.append(
          "%s (%s) %s; urgency=high\n\n  * %s\n\n -- A <a@example.org>  Mon, 01 Jan 2024 00:00:00 +0000\n\n"
              .formatted(source, versionsAndChanges[i], suite, versionsAndChanges[i + 1]));
    }
    return text.toString();
  }

  static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] deb(String name, String changelog) throws IOException {
    var tar = new ByteArrayOutputStream();
    if (!changelog.isEmpty()) {
      byte[] packed = gzip(changelog.getBytes(StandardCharsets.UTF_8));
      byte[] header = new byte[512];
      put(header, 0, "./usr/share/doc/" + name + "/changelog.Debian.gz");
      put(header, 124, "%011o".formatted(packed.length));
      put(header, 148, "        ");
      put(header, 156, "0");
      put(header, 257, "ustar  ");
      int sum = 0;
      for (byte b : header) {
        sum += b;
      }
      put(header, 148, "%06o\0 ".formatted(sum));
      tar.write(header);
      tar.write(packed);
      tar.write(new byte[(512 - packed.length % 512) % 512]);
    }
    tar.write(new byte[1024]);
    var deb = new ByteArrayOutputStream();
    deb.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
    String header =
        "%-16s%-12d%-6d%-6d%-8s%-10d`\n".formatted("data.tar", 0, 0, 0, "100644", tar.size());
    deb.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    deb.writeBytes(tar.toByteArray());
    return deb.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
