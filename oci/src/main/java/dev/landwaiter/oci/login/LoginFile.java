package dev.landwaiter.oci.login;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.LoginSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A configuration file of Docker or Podman, read when a registry wants a login.
public record LoginFile(Path path, CredentialPrograms programs) implements LoginSource {
  private static final int SIZE_LIMIT = 1 << 20;

  @Override
  public List<Login> find(String host, String repository) throws IOException {
    return DockerConfig.of(path.toString(), read(path)).find(host, repository, programs).stream()
        .toList();
  }

  /// The file's content; an empty file is an empty object.
  ///
  /// @throws ImageException when it is none or too large
  static ObjectValue read(Path path) throws ImageException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
      if (bytes.length > SIZE_LIMIT) {
        throw wrong(path, "is larger than " + SIZE_LIMIT + " bytes");
      }
      if (bytes.length == 0) {
        return ObjectValue.EMPTY;
      }
      Value value = Json.parse(path.toString(), bytes);
      if (value instanceof ObjectValue object) {
        return object;
      }
      throw wrong(path, "is no JSON object");
    } catch (FormatException e) {
      throw wrong(path, "is no JSON" + place(e));
    } catch (NoSuchFileException e) {
      throw wrong(path, "does not exist");
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw wrong(path, "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /// The place alone: the parser's own words might quote a secret.
  private static String place(FormatException e) {
    return e.problem().position().map(at -> " (line " + at.line() + ")").orElse("");
  }

  private static ImageException wrong(Path path, String what) {
    return new ImageException(
        ImageException.Code.INVALID, "the file of logins " + path + " " + what);
  }
}
