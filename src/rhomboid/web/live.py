"""The socket of a live set: joints in, what to show and to say out."""

import asyncio
import time
from dataclasses import dataclass, field

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from starlette.websockets import WebSocketState

from rhomboid.errors import JournalError, OutputError
from rhomboid.journal.sets import Sets
from rhomboid.training.kept import KeptSet
from rhomboid.training.standing import Standing
from rhomboid.web.events import Message, messages
from rhomboid.web.frames import BadMessageError
from rhomboid.web.person import here, own_standing
from rhomboid.web.room import Answer, OutOfOrderError, Room, Start, TooFastError, read_start

router = APIRouter()

_DONE, _NONSENSE, _DISORDER, _HASTE, _AGAIN = 1000, 4400, 4409, 4429, 1011
_MOST_ROOMS, _MOST_FRAMES = 1000, 4_000_000
"""Sets under way at once, and messages that all of them hold: some 4 GB. house"""
_IDLE_S = 3600.0
"""How long a set is kept at hand that nobody is connected to; the browser has it anyway. house"""
_ACK_S = 1.0
_START_S = 15.0
"""How long a connection may say nothing. house"""
_GIVES_WAY = 16
"""After how many messages others come first. house"""
_BURST, _RATE_HZ = 2000, 1000.0
"""How many messages of one connection are taken at once, and how many a second after that: no
camera gives so many, but a browser that was cut off has much to tell. house"""


@dataclass(slots=True, eq=False)
class _Place:
    """A room, who is connected to it, and when it was last heard of."""

    room: Room
    socket: WebSocket | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    heard_s: float = field(default_factory=time.monotonic)


class Rooms:
    """All live sets under way in this process."""

    def __init__(self, sets: Sets) -> None:
        self._sets = sets
        self._places: dict[str, _Place] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    def enter(
        self, start: Start, socket: WebSocket, own: Standing | None = None
    ) -> tuple[Room, WebSocket | None]:
        """Return the room of a set, and who was connected to it before.

        Raises
        ------
        BadMessageError
            If the set is one of another exercise, or there is no such exercise.
        TooFastError
            If too many sets are under way.
        """
        self._forget_idle()
        place = self._places.get(start.set)
        if place is None:
            if self._is_full():
                raise TooFastError("too many sets are under way; try again in a minute")
            place = self._places[start.set] = _Place(Room(start, self._sets, own))
        if place.room.start != start:
            raise BadMessageError("this set was opened in another way before")
        before, place.socket = place.socket, socket
        place.heard_s = time.monotonic()
        return place.room, before

    def turn(self, id_: str) -> asyncio.Lock:
        """Return what one message of a set at a time holds, whoever brings it."""
        place = self._places.get(id_)
        return place.turn if place else asyncio.Lock()

    def _is_full(self) -> bool:
        """Return whether no more sets are taken in."""
        held = sum(place.room.next for place in self._places.values())
        return len(self._places) >= _MOST_ROOMS or held >= _MOST_FRAMES

    def holder(self, id_: str) -> WebSocket | None:
        """Return who is connected to a set."""
        place = self._places.get(id_)
        return place.socket if place else None

    def leave(self, id_: str, socket: WebSocket) -> None:
        """Take note that a connection is gone; the room stays for a while."""
        place = self._places.get(id_)
        if place is not None and place.socket is socket:
            place.socket, place.heard_s = None, time.monotonic()

    def close(self, id_: str) -> None:
        """Take a room away whose set is over."""
        self._places.pop(id_, None)

    def _forget_idle(self) -> None:
        """Take rooms away that nobody has been in for long."""
        latest_s = time.monotonic() - _IDLE_S
        idle = [i for i, p in self._places.items() if p.socket is None and p.heard_s < latest_s]
        for id_ in idle:
            del self._places[id_]


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    """Serve one connection to a live set."""
    await socket.accept()
    rooms: Rooms = socket.app.state.rooms
    start: Start | None = None
    try:
        start = read_start(await asyncio.wait_for(socket.receive_text(), _START_S))
        done = await asyncio.to_thread(_done_already, socket.app.state.journal.sets, start)
        if done is not None:
            await _say_goodbye(socket, done)
            return
        own = await asyncio.to_thread(own_standing, socket.app, here(start.started_at).date())
        room, before = rooms.enter(start, socket, own)
        if before is not None:
            await _refuse(before, BadMessageError("this set goes on in another tab"))
        await socket.send_json(
            {"type": "welcome", "set": start.set, "next": room.next, "stage": room.stage}
        )
        if room.next:
            await socket.send_json({"type": "counted", "count": room.count, "total": room.total})
        await _converse(socket, room, rooms)
    except BadMessageError as error:
        await _refuse(socket, error)
    except TimeoutError:
        await _refuse(socket, BadMessageError("nothing was said"))
    except (WebSocketDisconnect, KeyError, RuntimeError):
        # Gone, taken over, or the first message was no text: there is nobody to answer.
        pass
    finally:
        if start is not None:
            rooms.leave(start.set, socket)


def _done_already(sets: Sets, start: Start) -> KeptSet | None:
    """Return a set that was kept, though its browser never heard of it."""
    try:
        return sets.read(start.set)
    except JournalError:
        # There is none, or nobody can say: then it is done as if anew, and kept in its place.
        return None


async def _converse(socket: WebSocket, room: Room, rooms: Rooms) -> None:
    """Take in messages until the set is over or the connection gone."""
    acknowledging = asyncio.create_task(_acknowledge(socket, room))
    try:
        await _take_in(socket, room, rooms)
    finally:
        acknowledging.cancel()


async def _acknowledge(socket: WebSocket, room: Room) -> None:
    """Say about once a second what has been taken in, if anything has."""
    told = room.next
    while True:
        await asyncio.sleep(_ACK_S)
        if room.next != told and socket.application_state is WebSocketState.CONNECTED:
            told = room.next
            await socket.send_json({"type": "ack", "next": told})


async def _take_in(socket: WebSocket, room: Room, rooms: Rooms) -> None:
    """Take in messages until the set is over or the connection gone."""
    pace = _Pace()
    while True:
        message = await _next(socket)
        if rooms.holder(room.start.set) is not socket:
            return
        await pace.keep()
        try:
            async with rooms.turn(room.start.set):
                answer = await _take(room, message)
        except (JournalError, OutputError) as error:
            await socket.send_json({"type": "error", "reason": str(error), "again": True})
            await socket.close(_AGAIN)
            return
        if answer is None:
            continue
        for one in messages(answer.told, answer.seq):
            await socket.send_json(one)
        if answer.kept is not None or answer.discarded:
            rooms.close(room.start.set)
            await _say_goodbye(socket, answer.kept)
            return


async def _next(socket: WebSocket) -> bytes | str:
    """Return the next message."""
    received = await socket.receive()
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(received.get("code", 1000))
    message: bytes | str | None = received.get("bytes")
    return received.get("text", "") if message is None else message


async def _take(room: Room, message: bytes | str) -> Answer | None:
    """Take in a message; what may touch the disk does not keep others waiting."""
    if isinstance(message, bytes):
        return room.take(message)
    return await asyncio.to_thread(room.take, message)


async def _say_goodbye(socket: WebSocket, kept: KeptSet | None) -> None:
    """Tell that a set is over, and close."""
    gone: Message = {"type": "discarded"}
    if kept is not None:
        gone = {
            "type": "finished",
            "set": kept.id,
            "url": f"/sets/{kept.id}",
            "total": kept.total,
        }
    await socket.send_json(gone)
    await socket.close(_DONE)


async def _refuse(socket: WebSocket, error: BadMessageError) -> None:
    """Say why nobody listens any more, and close."""
    code = {OutOfOrderError: _DISORDER, TooFastError: _HASTE}.get(type(error), _NONSENSE)
    try:
        await socket.send_json({"type": "error", "reason": str(error), "again": code == _DISORDER})
        await socket.close(code)
    except (WebSocketDisconnect, RuntimeError):
        # It had gone before it could be told.
        return


class _Pace:
    """Slows down a connection that sends more than any camera gives."""

    def __init__(self) -> None:
        self._left, self._time_s = float(_BURST), time.monotonic()
        self._taken = 0

    async def keep(self) -> None:
        """Wait if too much came lately."""
        now = time.monotonic()
        self._left = min(_BURST, self._left + (now - self._time_s) * _RATE_HZ)
        self._time_s = now
        self._left -= 1
        self._taken += 1
        if self._left < 0:
            await asyncio.sleep(-self._left / _RATE_HZ)
        elif self._taken % _GIVES_WAY == 0:
            await asyncio.sleep(0)
