package dev.landwaiter.server.score;

import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.output.KubesecJson;
import dev.landwaiter.policy.score.run.KubesecScan;
import dev.landwaiter.server.Answer;
import dev.landwaiter.server.Body;
import dev.landwaiter.server.Request;
import dev.landwaiter.server.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Scores the manifest that is posted to any path (kubernetes.md 5.8).
///
/// Every method but GET posts, as in the original. A manifest that cannot be read is answered with
/// status 400 and one line, everything else with 200 and reports.
public final class ScoreService implements Service {
  private static final byte[] FORM_PREFIX = "file=".getBytes(StandardCharsets.UTF_8);

  private final Profile profile;
  private final Schemas schemas;
  private final Optional<LinkSigner> signer;
  private final Answer toReaders;

  /// @param signer signs links for those who ask for them; without one they get status 500
  /// @param toReaders the answer to GET
  public ScoreService(
      Profile profile, Schemas schemas, Optional<LinkSigner> signer, Answer toReaders) {
    this.profile = profile;
    this.schemas = schemas;
    this.signer = signer;
    this.toReaders = toReaders;
  }

  @Override
  public String name() {
    return "score";
  }

  @Override
  public Optional<Answer> answer(Request request) {
    String clean = clean(request.path());
    if (!clean.equals(request.path())) {
      return Optional.of(Answer.empty(307).with("Location", clean));
    }
    return Optional.of(request.method().equals("GET") ? toReaders : scored(request));
  }

  /// A redirection to where readers find out what this is.
  public static Answer seeOther(String address) {
    return Answer.of(
            303, "text/html; charset=utf-8", "<a href=\"" + address + "\">See Other</a>.\n\n")
        .with("Location", address);
  }

  private Answer scored(Request request) {
    byte[] manifest = manifest(request.body().bytes());
    return switch (KubesecScan.scan("API", manifest, profile, request.query("rule"), schemas)) {
      case KubesecScan.Outcome.Refused refused -> Answer.text(400, refused.message() + "\n");
      case KubesecScan.Outcome.Scored scored -> {
        if (request.query("in-toto").stream().noneMatch(value -> !value.isEmpty())) {
          yield json(KubesecJson.bytes(scored.reports()));
        }
        yield signer
            .map(key -> json(key.sign(manifest, scored.reports())))
            .orElse(Answer.empty(500));
      }
    };
  }

  private static Answer json(byte[] bytes) {
    return new Answer(200, Map.of("Content-Type", "application/json"), new Body(bytes));
  }

  /// What is posted as the field of a form by `curl -d file=@…` comes with the field's name.
  private static byte[] manifest(byte[] body) {
    boolean form =
        body.length >= FORM_PREFIX.length
            && Arrays.equals(body, 0, FORM_PREFIX.length, FORM_PREFIX, 0, FORM_PREFIX.length);
    return form ? Arrays.copyOfRange(body, FORM_PREFIX.length, body.length) : body;
  }

  /// A path without empty parts and without `.` and `..`; a slash at its end is kept.
  static String clean(String path) {
    if (!path.contains("//") && !path.contains("/.")) {
      return path.isEmpty() ? "/" : path;
    }
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> parts.pollLast();
        default -> parts.addLast(part);
      }
    }
    String joined = "/" + String.join("/", parts);
    return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
  }
}
