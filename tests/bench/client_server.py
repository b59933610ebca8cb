"""Streams chats on a loopback socket: `/many` a hundred thousand chunks, `/hold` only one."""

from __future__ import annotations

import asyncio

from client_run import CHUNKS, records

BATCH = 500


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one request and close the connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")
        )
        await reader.readexactly(int(length.partition(b":")[2]))
        openai = b"/v1/" in head.partition(b"\r\n")[0]
        media = b"text/event-stream" if openai else b"application/x-ndjson"
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: " + media + b"\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        if head.split()[1].startswith(b"/hold"):
            writer.write(piece(CONTENT[openai][0]))
            await reader.read()
        else:
            for batch in BATCHES[openai]:
                writer.write(batch)
                await writer.drain()
            writer.write(b"0\r\n\r\n")
        await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


def piece(content: bytes) -> bytes:
    """One chunk of the chunked transfer coding."""
    return f"{len(content):x}\r\n".encode() + content + b"\r\n"


async def main() -> None:
    """Print the port, and serve until the process is stopped."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


CONTENT = {openai: records("openai" if openai else "ollama", CHUNKS) for openai in (False, True)}
BATCHES = {
    openai: [
        b"".join(map(piece, content[start : start + BATCH]))
        for start in range(0, len(content), BATCH)
    ]
    for openai, content in CONTENT.items()
}

if __name__ == "__main__":
    asyncio.run(main())
