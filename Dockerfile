# Serving alone: no torch, no compiler, no root. Build with: docker build --tag nianbao .
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/nianbao
COPY pyproject.toml README.md constraints.txt ./
COPY model model
COPY training training
COPY service service
RUN /opt/nianbao/bin/pip install --no-cache-dir --constraint constraints.txt .

FROM python:3.11-slim
LABEL org.opencontainers.image.title="nianbao" org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/nianbao /opt/nianbao
# `current` is a link to one of its neighbours.
COPY data/releases /opt/releases
# The volume of keys and labelled reports takes its owner from here.
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin nianbao && install --directory --owner=10001 --mode=0700 /var/lib/nianbao
USER 10001
WORKDIR /var/lib/nianbao
ENV PATH=/opt/nianbao/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    NIANBAO_HOST=0.0.0.0 \
    NIANBAO_RELEASE=/opt/releases/current \
    NIANBAO_KEYS=/var/lib/nianbao/keys.json \
    NIANBAO_LABELLED=/var/lib/nianbao/labelled.sqlite
EXPOSE 8000
# Docker hands the proxies of ~/.docker/config.json to every container; none leads to the container itself.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
    CMD no_proxy=* python -c "from urllib.request import urlopen; urlopen('http://127.0.0.1:${NIANBAO_PORT:-8000}/readyz', timeout=2)"
ENTRYPOINT ["nianbao"]
CMD ["serve"]
