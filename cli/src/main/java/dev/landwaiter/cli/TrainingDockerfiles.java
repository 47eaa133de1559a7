package dev.landwaiter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Dockerfiles with what is usual, right and wrong.
final class TrainingDockerfiles {
  private static final String SERVICE =
      """
      # syntax=docker/dockerfile:1
      # escape=\\
      ARG VERSION=12
      FROM --platform=$BUILDPLATFORM golang:1.24 AS build
      ARG TARGETARCH
      WORKDIR /src
      COPY go.mod go.sum ./
      RUN --mount=type=cache,target=/go/pkg go mod download
      COPY . .
      # hadolint ignore=DL3059
      RUN CGO_ENABLED=0 GOARCH=${TARGETARCH:-amd64} go build -o /app ./cmd/app

      FROM debian:${VERSION} as final
      MAINTAINER Somebody <somebody@example.test>
      LABEL org.opencontainers.image.title="app" version 1
      ENV PATH=/opt/app/bin:$PATH \
          API_TOKEN=s3cret
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN apt-get update && apt-get install -y curl \
          python3-pip "ca-certificates" && \
          if [ -n "$PROXY" ]; then echo "$PROXY" > /etc/proxy; fi; \
          for f in a b; do cat "$f" | grep -v '^#' > "$f.txt" || true; done && \
          cd /tmp && sudo wget -O - https://example.test/install.sh | sh
      RUN pip install requests; npm install left-pad@1.3.0; apk add --no-cache git=2.43.0-r0
      RUN <<EOF
      set -e
      useradd -l -u 1000 app
      chown -R app /opt
      EOF
      ADD https://example.test/archive.tar.gz /opt/
      COPY --from=build --chown=app:app /app /opt/app/bin/app
      COPY ["a b", "/srv/"]
      EXPOSE 8080/tcp 99999
      VOLUME /data
      STOPSIGNAL SIGTERM
      HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/ || exit 1
      ONBUILD RUN echo $HOME
      WORKDIR data
      USER root
      ENTRYPOINT ["/opt/app/bin/app"]
      CMD app --serve
      """;

  private static final String ROUGH =
      """
      FROM ubuntu
      ARG NPM_TOKEN
      RUN apt-get update && apt install python3 build-essential && \\
          curl -sSLk https://example.test/install.sh | bash && wget http://example.test/x.tgz && \\
          sudo make install && git clone https://example.test/a/b.git && pip install -r r.txt

      ENV AWS_SECRET_ACCESS_KEY=abcdefghijklmnopqrstuvwxyz0123456789ABCD PASSWORD=hunter2
      ADD . /app
      ADD https://example.test/tool /usr/bin/tool
      COPY .env id_rsa /home/
      WORKDIR app
      FOO bar
      run cd /tmp && \\

          rm -rf /var/cache && chmod -R 777 /app # rest && echo "$UNKNOWN"
      RUN bash -c "go install example.test/x@latest" && sh -c 'npm install -g a' | tee log
      ENTRYPOINT ['a', 'b']
      CMD python app.py
      """;

  private static final String CONFIGURATION =
      """
      ignored: [DL3008]
      override:
        error: [DL3003]
      trustedRegistries: [docker.io]
      label-schema:
        version: semver
      """;

  private TrainingDockerfiles() {}

  static void write(Path folder) throws IOException {
    Path service = Files.createDirectories(folder.resolve("service"));
    Files.writeString(service.resolve("Dockerfile"), SERVICE);
    Files.writeString(service.resolve(".dockerignore"), "*.md\n!README.md\n.git\n");
    Files.writeString(
        service.resolve("broken.Dockerfile"), "FROM debian:12\nFOO bar\nRUN [\"a\",]\nUSER 1000\n");
    Files.writeString(service.resolve("rough.Dockerfile"), ROUGH);
    Files.writeString(folder.resolve("hadolint.yaml"), CONFIGURATION);
  }
}
