FROM maven:3.9-eclipse-temurin-21
WORKDIR /build
COPY . .
RUN mvn -q package
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx256m", "-jar", "target/shop.jar"]
