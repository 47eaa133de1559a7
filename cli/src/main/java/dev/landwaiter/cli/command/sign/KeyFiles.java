package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.key.PrivateKeyFile;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;

/// The two files of a key pair, beside each other.
record KeyFiles(World world, String prefix) {
  private static final String PRIVATE = "rw-------";
  private static final String PUBLIC = "rw-r--r--";
  private static final int LONGEST_ANSWER = 1_000;

  private String keyName() {
    return prefix + ".key";
  }

  /// Makes sure that nothing is lost: a key that is there is only replaced by somebody's wish.
  ///
  /// @throws IOException when he does not want it
  void confirm(boolean wanted) throws IOException {
    Path file = world.folder().resolve(keyName());
    if (wanted || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    world.stderr().println("WARNING: the file " + keyName() + " is there already. Overwrite it?");
    String question = "Go on? [y/N] ";
    String answer =
        world
            .terminal()
            .prompt()
            .ask(question, false)
            .orElseGet(() -> {
              world.stderr().print(question);
              return "";
            });
    if (answer.isEmpty()) {
      answer = line();
      world.stderr().println();
    }
    String word = answer.strip().toLowerCase(Locale.ROOT);
    if (!word.equals("y") && !word.equals("yes")) {
      throw new IOException("nobody agreed to overwrite " + keyName());
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = world.stdin().read(); c >= 0 && c != '\n'; c = world.stdin().read()) {
      if (line.length() < LONGEST_ANSWER) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /// Writes both and says so.
  ///
  /// @param password stays the caller's to wipe
  void write(LocalKey key, byte[] password) throws IOException {
    write(keyName(), PrivateKeyFile.write(key, password, world.secrets().get()), PRIVATE);
    world.stderr().println("Private key written to " + keyName());
    String name = prefix + ".pub";
    write(name, Bytes.utf8(PublicKeys.text(key.publicKey())), PUBLIC);
    world.stderr().println("Public key written to " + name);
  }

  /// Writes a public key.
  ///
  /// @param secret whether nobody else may read it
  void writePublic(String name, Bytes text, boolean secret) throws IOException {
    write(name, text, secret ? PRIVATE : PUBLIC);
    world.stderr().println("Public key written to " + name);
  }

  /// There is always a whole file, and never one that more people may read.
  private void write(String name, Bytes text, String permissions) throws IOException {
    Path file = world.folder().resolve(name);
    SecureRandom random = world.secrets().get();
    Path fresh = file.resolveSibling(".key-" + Long.toHexString(random.nextLong()) + ".tmp");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    try {
      try (FileChannel out =
          FileChannel.open(
              fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
        ByteBuffer left = ByteBuffer.wrap(text.toArray());
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      throw new IOException(name + " cannot be written: its folder is not there or not ours", e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
