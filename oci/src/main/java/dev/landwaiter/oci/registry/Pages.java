package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Listings that come in pages, each of which names the next by a `Link` header (RFC 8288;
/// distribution specification 1.1, "Listing Tags").
record Pages(Session session, Limits limits) {
  /// What one page holds.
  interface Reader<T> {
    List<T> read(Answer answer) throws IOException;
  }

  private record Page<T>(List<T> entries, Optional<URI> next) {}

  /// Reads all pages. A page that leads to one seen before is an error.
  <T> List<T> all(Call first, Reader<T> reader) throws IOException {
    List<T> all = new ArrayList<>();
    Set<URI> seen = new HashSet<>();
    Call call = first;
    while (true) {
      if (!seen.add(call.uri())) {
        throw Fields.invalid(
            "the %s leads in a circle: %s names a page that was read already"
                .formatted(first.what(), Targets.shown(call.uri())));
      }
      limits.check(Limit.PAGES, seen.size(), first.what());
      Page<T> page = session.send(call, answer -> page(answer, first.what(), reader));
      all.addAll(page.entries());
      limits.check(Limit.LISTED, all.size(), first.what());
      if (page.next().isEmpty()) {
        return all;
      }
      call =
          new Call(
              "GET",
              page.next().get(),
              call.headers(),
              Optional.empty(),
              call.what(),
              call.expected());
    }
  }

  private <T> Page<T> page(Answer answer, String what, Reader<T> reader) throws IOException {
    Optional<String> link = NextLink.of(answer.headers().allValues("Link"));
    Optional<URI> next = Optional.empty();
    if (link.isPresent()) {
      next = Optional.of(session.named(answer.uri(), link.get(), "next page"));
      if (!session.own(next.get())) {
        answer.close();
        throw Fields.invalid(
            "%s: %s names a next page at another host, %s"
                .formatted(what, Targets.shown(answer.uri()), Targets.shown(next.get())));
      }
    }
    return new Page<>(reader.read(answer), next);
  }

  /// The texts in one member of a page.
  List<String> texts(Call first, String member) throws IOException {
    return all(
        first,
        answer -> {
          byte[] body = answer.read(limits.of(Limit.MANIFEST), first.what());
          requireNoWebPage(answer, first.what());
          List<String> texts = Fields.parse(first.what(), body).texts(member);
          return texts;
        });
  }

  private static void requireNoWebPage(Answer answer, String what) throws ImageException {
    if (answer.header("Content-Type").startsWith("text/html")) {
      throw Fields.invalid(
          "%s answers a web page instead of the %s: is this the address of a registry?"
              .formatted(Targets.shown(answer.uri()), what));
    }
  }
}
