package dev.landwaiter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small root file system with a package of every usual kind.
final class TrainingFiles {
  private static final int PACKAGES = 200;

  private TrainingFiles() {}

  static void write(Path root) throws IOException {
    write(root, "etc/debian_version", "12.5\n");
    write(root, "etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
    write(root, "etc/hostname", "training\n");
    var status = new StringBuilder();
    for (int i = 0; i < PACKAGES; i++) {
      String name = i == 0 ? "libssl3" : "lib" + i;
      status.append(
          """
          Package: %s
          Status: install ok installed
          Maintainer: Somebody <somebody@example.test>
          Architecture: amd64
          Source: %s
          Version: %s3.0.11-1~deb12u1
          Depends: libc6 (>= 2.34), lib%d
          Description: for training
           only

          """
              .formatted(
                  name,
                  i == 0 ? "openssl" : "source" + i,
                  i % 2 == 0 ? "" : "1:",
                  (i + 1) % PACKAGES));
      write(
          root,
          "var/lib/dpkg/info/" + name + ":amd64.md5sums",
          "d41d8cd98f00b204e9800998ecf8427e  usr/lib/%s.so\n".formatted(name));
      write(
          root,
          "usr/share/doc/" + name + "/copyright",
          "Files: *\nLicense: GPL-2+ or MIT\n see /usr/share/common-licenses/GPL-2\n");
      write(
          root,
          "usr/share/nodejs/p" + i + "/package.json",
          "{\"name\":\"%s\",\"version\":\"1.0.%d\",\"license\":\"MIT\"}"
              .formatted(i == 0 ? "a" : "p" + i, i));
    }
    write(root, "var/lib/dpkg/status", status.toString());
    write(
        root,
        "usr/lib/python3/dist-packages/p-1.0.dist-info/METADATA",
        "Metadata-Version: 2.1\nName: p\nVersion: 1.0\nLicense: BSD\n");
    write(
        root,
        "usr/lib/ruby/specifications/r-1.0.gemspec",
        "Gem::Specification.new do |s|\n  s.name = \"r\".freeze\n  s.version = \"1.0\"\nend\n");
    write(
        root,
        "srv/Cargo.lock",
        "[[package]]\nname = \"c\"\nversion = \"1.0.0\"\ndependencies = [\"c\"]\n");
    write(root, "opt/lib/apk/db/installed", "P:musl\nV:1.2.3-r0\n\n");
    write(root, "lib/apk/db/installed", "P:musl\nV:1.2.3-r0\nA:x86_64\nL:MIT\nF:lib\nR:x\n\n");
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }
}
