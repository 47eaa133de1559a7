package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// A TUF repository by HTTP.
public final class WebMirror implements Mirror {
  private static final int NOT_FOUND = 404;

  private final Web web;
  private final URI base;

  public WebMirror(Web web, URI base) {
    this.web = web;
    this.base = base;
  }

  @Override
  public Optional<Bytes> fetch(String path, int limit) throws IOException {
    WebAnswer answer = web.ask(WebRequest.get(WebRequest.below(base, path), limit));
    return answer.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(answer.success("the TUF repository"));
  }

  @Override
  public String address() {
    return base.toString();
  }
}
