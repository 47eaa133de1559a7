package dev.landwaiter.scan.database;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.vulnerability.AdvisoryFeed;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.build.FeedFacts;
import dev.landwaiter.vulnerability.source.FeedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A feed of published advisories, in a folder, an archive or a file, or at an address.
///
/// @param place as given: a path or an address
record FeedSource(AdvisoryFeed feed, String place, FactSources.Surroundings surroundings)
    implements FactSource {
  /// Places named in a note.
  private static final int PLACES = 3;

  private static final int LENGTH = 200;

  static boolean isAddress(String place) {
    return place.startsWith("http://") || place.startsWith("https://");
  }

  @Override
  public String name() {
    return feed.id() + ":" + (isAddress(place) ? FeedDownload.plain(URI.create(place)) : place);
  }

  @Override
  public SourceSummary read(FactSink sink) throws IOException {
    Path path = isAddress(place) ? fetched() : surroundings.folder().resolve(place);
    surroundings.progress().accept(name() + ": reading");
    Instant changed = changed(path);
    var facts = new FeedFacts(sink);
    long files = FeedFiles.read(path, feed, facts);
    facts.problems().forEach(problem -> surroundings.details().accept(name() + ": " + problem));
    surroundings
        .progress()
        .accept("%s: %d facts in %d files".formatted(name(), facts.count(), files));
    return new SourceSummary(changed, facts.count(), notes(facts));
  }

  /// When the newest of the files was changed; the time of a folder says when it was unpacked.
  private static Instant changed(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Instant.EPOCH;
    }
    try (var files =
        Files.find(path, FeedFiles.DEPTH_LIMIT, (_, attributes) -> attributes.isRegularFile())) {
      Instant newest = Instant.EPOCH;
      for (Path file : (Iterable<Path>) files::iterator) {
        Instant time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        newest = time.isAfter(newest) ? time : newest;
      }
      return newest;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path fetched() throws IOException {
    surroundings.progress().accept(name() + ": fetching");
    return FeedDownload.fetch(
        URI.create(place),
        surroundings.cache().resolve("feeds").resolve(feed.id()),
        surroundings.proxies());
  }

  private List<String> notes(FeedFacts facts) {
    List<String> notes = new ArrayList<>();
    if (!facts.leftOut().isEmpty()) {
      notes.add(
          facts.leftOut().entrySet().stream()
              .map(entry -> "%d %s".formatted(entry.getValue(), entry.getKey()))
              .collect(Collectors.joining(", ", name() + ": left out ", "")));
    }
    if (facts.problemCount() > 0) {
      String first =
          facts.problems().stream()
              .limit(PLACES)
              .map(FeedSource::shortened)
              .collect(Collectors.joining("; "));
      notes.add(
          "%s: %d records or files cannot be read: %s%s"
              .formatted(
                  name(),
                  facts.problemCount(),
                  first,
                  facts.problemCount() > PLACES ? "; and more (--debug names them)" : ""));
    }
    return notes;
  }

  private static String shortened(Problem problem) {
    String text = problem.toString();
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
  }
}
