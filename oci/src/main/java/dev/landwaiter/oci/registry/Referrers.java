package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What is attached to a manifest: by the referrers API, else by the tag that stands in for it
/// (distribution specification 1.1, "Listing Referrers" and "Unavailable Referrers API").
final class Referrers {
  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final Repository repository;
  private final Limits limits;

  Referrers(Repository repository, Limits limits) {
    this.repository = repository;
    this.limits = limits;
  }

  /// @param type only artifacts of this type, else all
  List<Descriptor> of(Session session, Digest subject, Optional<String> type) throws IOException {
    Optional<List<Descriptor>> known = byApi(session, subject, type);
    List<Descriptor> all = known.isPresent() ? known.get() : byTag(subject);
    return all.stream()
        .filter(d -> type.isEmpty() || type.get().equals(d.artifactType()))
        .distinct()
        .toList();
  }

  /// What the API says, or empty where the registry has none.
  private Optional<List<Descriptor>> byApi(Session session, Digest subject, Optional<String> type)
      throws IOException {
    String query =
        type.map(t -> "?artifactType=" + URLEncoder.encode(t, StandardCharsets.UTF_8)).orElse("");
    String what = "referrers of " + subject;
    var uri = session.at(repository.path() + "/referrers/" + subject + query);
    Call call = Call.get(uri, MediaTypes.OCI_INDEX, what).expecting(200, 400, 404, 405, 406, 501);
    var missing = new AtomicBoolean();
    Pages.Reader<Descriptor> reader =
        answer -> {
          String answered = MediaTypes.bare(answer.header("Content-Type"));
          if (answer.status() != 200 || !answered.equals(MediaTypes.OCI_INDEX)) {
            answer.discard();
            missing.set(true);
            return List.of();
          }
          byte[] body = answer.read(limits.of(Limit.MANIFEST), what);
          return index(what, body, MediaTypes.OCI_INDEX).manifests();
        };
    List<Descriptor> found = new Pages(session, limits).all(call, reader);
    return missing.get() ? Optional.empty() : Optional.of(found);
  }

  private Index index(String what, byte[] body, String type) throws ImageException {
    if (Document.parse(what, body, type, limits) instanceof Index index) {
      return index;
    }
    throw Fields.invalid(what + ": not an index");
  }

  private List<Descriptor> byTag(Digest subject) throws IOException {
    try {
      Stored stored = repository.resolve(tag(subject));
      // Other programs tag the image itself so: it lists nothing.
      return stored.descriptor().digest().equals(subject)
          ? List.of()
          : index("referrers of " + subject, stored.body(), stored.descriptor().mediaType())
              .manifests();
    } catch (ImageException e) {
      if (e.code() == ImageException.Code.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /// The tag that stands in for the API.
  static String tag(Digest subject) {
    String encoded = subject.encoded();
    return subject.algorithm() + "-" + encoded.substring(0, Math.min(64, encoded.length()));
  }

  /// Adds what was just pushed to the index under the tag, when it says that it belongs to another
  /// manifest.
  void attach(Descriptor pushed, Document document) throws IOException {
    if (document.subject().isEmpty()) {
      return;
    }
    Descriptor added = described(pushed, document);
    change(
        document.subject().get().digest(),
        "was not kept in the list of what belongs to it",
        all -> {
          if (!holds(all, pushed.digest())) {
            all.add(added);
          }
        },
        all -> holds(all, pushed.digest()));
  }

  /// Takes what was just deleted out of the index under the tag; the last one takes the tag along.
  void detach(Digest subject, Digest deleted) throws IOException {
    if (holds(byTag(subject), deleted)) {
      change(
          subject,
          "stays in the list of what belongs to it",
          all -> all.removeIf(d -> d.digest().equals(deleted)),
          all -> !holds(all, deleted));
    }
  }

  private static boolean holds(List<Descriptor> all, Digest digest) {
    return all.stream().anyMatch(d -> d.digest().equals(digest));
  }

  /// Changes the index under the tag. Two who change it at the same time may overwrite one another,
  /// so whoever has written looks again, twice with a pause between, and begins anew where the own
  /// change is gone.
  private void change(Digest subject, String failure, Consumer<List<Descriptor>> change, Kept kept)
      throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      List<Descriptor> all = new ArrayList<>(byTag(subject));
      if (!kept.in(all)) {
        change.accept(all);
        all.sort(Comparator.comparing(d -> d.digest().toString()));
        if (all.isEmpty()) {
          repository.delete(tag(subject));
        } else {
          repository.put(tag(subject), indexOf(all), MediaTypes.OCI_INDEX);
        }
        if (!kept.in(byTag(subject))) {
          repository.pause(PAUSE.multipliedBy(attempt));
          continue;
        }
        // Another may have read before we wrote and write now.
        repository.pause(PAUSE);
      }
      if (kept.in(byTag(subject))) {
        return;
      }
    }
    throw new ImageException(
        ImageException.Code.UNREACHABLE,
        "what was put for %s %s: others write the tag %s at the same time"
            .formatted(subject, failure, tag(subject)));
  }

  /// Whether an index is as it should be.
  private interface Kept {
    boolean in(List<Descriptor> all);
  }

  private static Descriptor described(Descriptor pushed, Document document) {
    String type =
        switch (document) {
          case Manifest manifest -> manifest.effectiveArtifactType();
          case Index index -> index.artifactType();
        };
    return new Descriptor(
        pushed.mediaType(),
        pushed.digest(),
        pushed.size(),
        List.of(),
        document.annotations(),
        "",
        Optional.empty(),
        type);
  }

  private static byte[] indexOf(List<Descriptor> manifests) {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("schemaVersion"), Value.of(2));
    members.put(Value.of("mediaType"), Value.of(MediaTypes.OCI_INDEX));
    members.put(
        Value.of("manifests"),
        new ArrayValue(manifests.stream().map(Descriptor::toValue).toList()));
    return JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT)
        .getBytes(StandardCharsets.UTF_8);
  }
}
