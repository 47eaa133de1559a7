package dev.landwaiter.oci.daemon;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.archive.Archives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Images of one container engine that speaks Docker's API: Docker itself or Podman.
///
/// @param engine its name for messages
public record Daemon(String engine, DaemonAddress address, Waiting waiting, Limits limits) {

  /// Opens an image. The name is looked up once; what it leads to is exported by its id. The export
  /// is a stream whose table of contents comes last, so it is read once to find what it holds, and
  /// again when layers are opened; nothing is unpacked to disk.
  ///
  /// @param target a reference, or the id of an image
  /// @param platform what the image must be made for
  /// @throws ImageException with NOT_FOUND when the engine has no such image or only one for
  ///   another platform, UNREACHABLE, INVALID and LIMIT
  public Image open(String target, Optional<Platform> platform) throws IOException {
    if (!isId(target)) {
      Reference.parse(target);
    }
    Value inspected = inspect(target);
    var fields = Fields.of("what %s tells of %s".formatted(engine, target), inspected);
    Digest id = fields.digest("Id");
    String where = "image %s of %s".formatted(target, engine);
    Image saved = Archives.open(where, () -> get("/images/get?names=" + id).body(), limits);
    boolean done = false;
    try {
      Image image = told(target, platform, fields, saved);
      done = true;
      return image;
    } finally {
      if (!done) {
        saved.close();
      }
    }
  }

  /// The image of the export with the names that the engine tells of it.
  private Image told(String target, Optional<Platform> platform, Fields fields, Image saved)
      throws ImageException {
    Value config = saved.config();
    var made =
        new Platform(
            config.text("os"),
            config.text("architecture"),
            config.text("variant"),
            config.text("os.version"),
            List.of());
    if (!platform.map(p -> p.accepts(made)).orElse(true)) {
      throw new ImageException(
          ImageException.Code.NOT_FOUND,
          "%s has %s for %s, not for %s".formatted(engine, target, made, platform.get()));
    }
    List<String> tags = fields.texts("RepoTags");
    List<String> digests = fields.texts("RepoDigests");
    String reference =
        !tags.isEmpty() ? tags.getFirst() : digests.isEmpty() ? "" : digests.getFirst();
    return new Image(
        fields.digest("Id"),
        tags,
        digests,
        reference,
        reference.isEmpty() ? "" : Reference.parse(reference).canonicalName(),
        config,
        saved.layers(),
        saved.problems(),
        saved.resource());
  }

  /// Whether the text can be the id of an image, in full or cut, and is no reference by intent.
  public static boolean isId(String target) {
    String bare = target.startsWith("sha256:") ? target.substring("sha256:".length()) : target;
    boolean hex = bare.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return hex && bare.length() >= 12 && bare.length() <= 64;
  }

  private Value inspect(String name) throws IOException {
    try (Reply reply = get("/images/" + name + "/json")) {
      byte[] body = reply.body().readNBytes((int) limits.of(Limit.CONFIG) + 1);
      limits.check(Limit.CONFIG, body.length, "what %s tells of %s".formatted(engine, name));
      return Json.parse(engine, body);
    } catch (FormatException e) {
      throw new ImageException(
          ImageException.Code.INVALID, "%s answers no JSON".formatted(engine), e);
    }
  }

  /// Asks for something; whatever is not 200 becomes an error.
  private Reply get(String path) throws IOException {
    Connection connection = Connection.open(address, waiting);
    boolean answered = false;
    try {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n";
      connection.write(request.getBytes(StandardCharsets.US_ASCII));
      Reply reply = Reply.read(connection);
      if (reply.status() != 200) {
        throw refused(reply);
      }
      answered = true;
      return reply;
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw new ImageException(
          ImageException.Code.UNREACHABLE,
          "the connection to %s fails: %s".formatted(address, e.getMessage()),
          e);
    } finally {
      if (!answered) {
        connection.close();
      }
    }
  }

  private ImageException refused(Reply reply) throws IOException {
    String message = reply.message();
    String said = message.isEmpty() ? "" : ": " + message;
    return reply.status() == 404
        ? new ImageException(ImageException.Code.NOT_FOUND, engine + " has no such image" + said)
        : new ImageException(
            ImageException.Code.UNREACHABLE,
            "%s fails (%d)%s".formatted(engine, reply.status(), said));
  }
}
