FROM rust:1.80
WORKDIR /usr/src/tool
COPY . .
RUN cargo build --release
LABEL org.opencontainers.image.title="tool"
CMD ["/usr/src/tool/target/release/tool", "serve"]
