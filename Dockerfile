# The app without Neo4j; docker-compose.yml brings both. Debian, since the built-in store has no build for musl.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY model model
COPY ingest ingest
COPY server server
COPY samples samples
COPY tsconfig.json LICENSE ./
# The measured precision of each edge type, shown beside a claim.
COPY test/quality/scores.json test/quality/scores.json
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
ENV DATA_DIR=/data HOST=0.0.0.0 PORT=4400
VOLUME /data
EXPOSE 4400
USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the process that Docker stops is then the server itself, which closes its store.
CMD ["node", "--import", "tsx", "server/main.ts"]
